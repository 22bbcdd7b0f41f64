"""`python -m treatycheck.cli`."""

import sys

from treatycheck.cli.main import main

# a worker process of an audit imports this file, too
if __name__ == "__main__":
    sys.exit(main())
