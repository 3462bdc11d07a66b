"""Where things are: the folders of the project and the files of one exercise."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of a project; they hang on ``root`` alone, never on the current folder."""

    root: Path = ROOT

    @property
    def manifest(self) -> Path:
        """The file that names every chapter and exercise."""
        return self.root / "exercises" / "kata.toml"

    @property
    def exercises(self) -> Path:
        """The folder of the stubs, which the learner fills in."""
        return self.root / "exercises"

    @property
    def solutions(self) -> Path:
        """The folder of the references."""
        return self.root / "solutions"

    @property
    def project_tests(self) -> Path:
        """The folder of the grader's own tests."""
        return self.root / "tests" / "project"

    @property
    def progress(self) -> Path:
        """The file that remembers what the learner has done; it may be deleted."""
        return self.root / ".kata" / "progress.json"

    @property
    def page(self) -> Path:
        """The page that `report` writes, unless it is told another place."""
        return self.root / ".kata" / "report.html"

    @property
    def kept(self) -> Path:
        """The folder of texts that were replaced, each kept in a folder named after that moment."""
        return self.root / ".kata" / "kept"

    def stub(self, chapter: str, name: str) -> Path:
        """The file that the learner edits."""
        return self.exercises / chapter / f"{name}.py"

    def pristine(self, chapter: str, name: str) -> Path:
        """The stub as it was handed out, whatever the learner has made of the other."""
        return self.exercises / ".stubs" / chapter / f"{name}.py"

    def reference(self, chapter: str, name: str) -> Path:
        """The solution that belongs to the exercise."""
        return self.solutions / chapter / f"{name}.py"

    def scenarios(self, chapter: str, name: str) -> Path:
        """The file that plays an answer."""
        return self.root / "tests" / chapter / f"{name}.py"

    def visible_tests(self, chapter: str, name: str) -> Path:
        """The tests that a student receives."""
        return self.root / "tests" / chapter / f"test_{name}.py"

    def hidden_tests(self, chapter: str, name: str) -> Path:
        """The tests that a student does not receive; the file need not exist."""
        return self.root / "tests" / chapter / f"test_{name}_hidden.py"

    def tests(self, chapter: str, name: str) -> tuple[Path, ...]:
        """The test files there are, the visible one first."""
        both = (self.visible_tests(chapter, name), self.hidden_tests(chapter, name))
        return tuple(path for path in both if path.exists())

    def accepted(self, name: str) -> tuple[Path, ...]:
        """Other right answers, in the order of their names."""
        return self._submissions(name, "accepted")

    def rejected(self, name: str) -> tuple[Path, ...]:
        """Wrong answers with the verdict they must get, in the order of their names."""
        return self._submissions(name, "rejected")

    def _submissions(self, name: str, kind: str) -> tuple[Path, ...]:
        return tuple(sorted((self.root / "tests" / "submissions" / name / kind).glob("*.py")))
