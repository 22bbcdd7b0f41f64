"""`python -m treatycheck.cli`."""

import sys

from treatycheck.cli.main import main

sys.exit(main())
