"""Workers on other machines: an existing Dask cluster, or one that dask-jobqueue starts on Slurm.

An optional extra: `pip install 'asyncio-kata[cluster]'` brings what it needs. The scheduler of a cluster runs whatever
it is sent, so on a network that others use it should be asked for TLS. Workers need the same kata, importable.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kata.front.errors import UsageProblem

SLURM = "slurm"
_HOW_TO_GET_IT = "pip install 'asyncio-kata[cluster]'"


@dataclass(frozen=True, slots=True)
class Tls:
    """The files of an encrypted connection: the authority's certificate, one's own, and its key."""

    authority: Path
    certificate: Path
    key: Path


@dataclass(frozen=True, slots=True)
class Cluster:
    """An executor whose jobs run on other machines, and how many they can do at a time."""

    executor: Executor
    width: Callable[[], int]


@contextmanager
def connected(address: str, tls: Tls | None = None, *, patience: float = 30) -> Iterator[Cluster]:
    """A connection to the scheduler at ``address``, or to a cluster of Slurm jobs by dask-jobqueue's configuration.

    ``patience``: seconds to wait for the scheduler. UsageProblem when there is none, or Dask is not installed.
    """
    try:
        from distributed import Client, Security
    except ImportError:
        raise UsageProblem(f"A cluster needs Dask: {_HOW_TO_GET_IT}.") from None
    more: dict[str, Any] = {"timeout": patience, "set_as_default": False}
    if tls is not None:
        more["security"] = Security(
            tls_ca_file=str(tls.authority),
            tls_client_cert=str(tls.certificate),
            tls_client_key=str(tls.key),
            require_encryption=True,
        )
    slurm = _slurm() if address == SLURM else None
    try:
        client = Client(slurm or address, **more)
    except (OSError, ValueError) as error:
        raise UsageProblem(
            f"There is no Dask scheduler at {address}: {str(error).partition(chr(10))[0]}."
        ) from None
    try:
        executor = client.get_executor(pure=False)  # or equal jobs would be taken for one
        yield Cluster(executor, lambda: sum(client.nthreads().values()))
    finally:
        with suppress(Exception):
            client.close()
        if slurm is not None:
            slurm.close()


def _slurm() -> Any:
    try:
        from dask_jobqueue import SLURMCluster
    except ImportError:
        raise UsageProblem(f"Slurm needs dask-jobqueue: {_HOW_TO_GET_IT}.") from None
    try:
        cluster = SLURMCluster()
        cluster.adapt(maximum_jobs=1000)
    except (ValueError, TypeError, OSError) as error:
        raise UsageProblem(
            f"dask-jobqueue cannot start workers ({error}): see to its configuration."
        ) from None
    return cluster
