"""Classes that stand in for classes of the library, and are asked about as if they were these."""

_stands_for: dict[type, type] = {}


class StandIn(type):
    """The type of such classes. What is an instance, or an heir, of the stock class counts as one of theirs."""

    def __instancecheck__(cls, thing: object) -> bool:
        stock = _stands_for.get(cls)
        return super().__instancecheck__(thing) if stock is None else isinstance(thing, stock)

    def __subclasscheck__(cls, other: type) -> bool:
        stock = _stands_for.get(cls)
        return super().__subclasscheck__(other) if stock is None else issubclass(other, stock)


def stands_in(new: type, stock: type) -> None:
    """From now on `new`, whose type is StandIn, is taken for `stock`. Heirs of `new` are not."""
    _stands_for[new] = stock
