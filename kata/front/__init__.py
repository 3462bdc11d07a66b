"""The commands and screens. They know results; they never import what plays or judges an answer."""
