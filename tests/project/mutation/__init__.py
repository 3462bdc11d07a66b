"""Mutants of the references: small changes that break the contract must be refused by the tests.

`python -m tests.project.mutation [NAME...]`, from the project's folder.
"""
