"""The tests, as a package: spylls installs one of the same name, which would be found instead."""
