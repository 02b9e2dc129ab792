"""Simulated AWS for tests: moto, and on top of it what moto lacks."""

import os

from testbed import botocore_models

# Before any module of moto is imported. 1,300 images of machines would be made anew for every account and Region,
# and nothing here reads one.
os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")
botocore_models.install()
