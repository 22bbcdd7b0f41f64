# Everything that a developer or a build machine does. `make help` lists it.
PYTHON ?= python3
PYTHON_RUNTIME ?= python3.13
WORKERS ?= 2
ARTICLES ?= 20000
CORPUS ?= ../shared/corpus/dev.jsonl
SCORER ?= ../shared/corpus/score.py
OUTPUT ?= .score.out.jsonl

BIN := .venv/bin
SAM := .venv-sam/bin
SAM_PINS := aws-sam-cli==1.170.0 cfn-lint==1.58.0
STAMP := .venv/.stamp
SAM_STAMP := .venv-sam/.stamp
CLIENTS_STAMP := .venv-clients/.stamp
export SAM_CLI_TELEMETRY := 0
export AWS_DEFAULT_REGION ?= eu-central-1

.DEFAULT_GOAL := help
.PHONY: help setup run test slow clients audit-proof test-runtime score lint types data build validate bench serve clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{ printf "  make %-14s %s\n", $$1, $$2 }'

setup: $(STAMP) ## make the virtual environment .venv

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; say which: make PYTHON=/path/to/python3.11 ..."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(CLIENTS_STAMP): pyproject.toml
	$(PYTHON) -m venv .venv-clients
	.venv-clients/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,clients]'
	@touch $@

$(SAM_STAMP): Makefile
	$(PYTHON) -m venv .venv-sam
	$(SAM)/python -m pip install --quiet --disable-pip-version-check $(SAM_PINS)
	@touch $@

run: $(STAMP) ## verify the sample article
	@$(BIN)/treatycheck verify --published 2019-03-04 articles/sample.txt || test $$? -eq 1

test: $(STAMP) ## the fast tests
	$(BIN)/python -m pytest -q -n $(WORKERS)

slow: $(STAMP) ## the slow tests, and those against DynamoDB Local
	$(BIN)/python -m pytest -q -n $(WORKERS) -m slow || test $$? -eq 5
	PATH="$(CURDIR)/$(BIN):$$PATH" bash tests/dynamodb_local.sh

clients: $(CLIENTS_STAMP) ## programs of others against the local server and the Lambda handlers
	.venv-clients/bin/python -m pytest -q -rs -m clients

audit-proof: $(STAMP) ## an audit of ARTICLES generated articles, killed at random moments, beside a quiet one
	AUDIT_ARTICLES=$(ARTICLES) $(BIN)/python -m pytest -q -m slow -k kills_at_random tests/audit/test_kills.py

test-runtime: ## the fast tests on the Python version that Lambda runs
	@if ! $(PYTHON_RUNTIME) -c 'import venv' 2>/dev/null; then \
	  echo "skipped: $(PYTHON_RUNTIME) is not installed; the tests ran on $(PYTHON) only"; \
	else set -e -x; \
	  $(PYTHON_RUNTIME) -m venv .venv-runtime; \
	  .venv-runtime/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'; \
	  .venv-runtime/bin/python -m pytest -q -n $(WORKERS); \
	fi

score: $(STAMP) ## score a labelled corpus: make score CORPUS=path
	@test -f "$(SCORER)" || { echo "no scorer at $(SCORER); give one: make score SCORER=path/to/score.py"; exit 1; }
	@test -f "$(CORPUS)" || { echo "no corpus at $(CORPUS); give one: make score CORPUS=path/to/corpus.jsonl"; exit 1; }
	$(BIN)/treatycheck verify --batch "$(CORPUS)" --output "$(OUTPUT)"
	$(BIN)/python "$(SCORER)" "$(CORPUS)" "$(OUTPUT)"

lint: $(STAMP) ## ruff, for faults and for form
	$(BIN)/ruff check --no-cache .
	$(BIN)/ruff format --check .

types: $(STAMP) ## mypy, strict
	$(BIN)/mypy

data: $(STAMP) ## build the packaged files from data/
	$(BIN)/python -m treatycheck.reference.build data shared/treatycheck/data

build: $(SAM_STAMP) ## sam build
	$(SAM)/sam build --no-cached

validate: $(SAM_STAMP) ## cfn-lint and sam validate
	$(SAM)/cfn-lint template.yaml
	$(SAM)/sam validate --lint

bench: $(STAMP) ## measure speed beside yardsticks and other programs: QUICK=1 in three minutes, PAGE=docs/speed.md
	$(BIN)/python -m benchmarks.run $(if $(QUICK),--quick) $(if $(PAGE),--write "$(PAGE)")

serve: $(STAMP) ## answer the HTTP interface on this machine
	$(BIN)/treatycheck serve

clean: ## remove what was built, the virtual environments included
	rm -rf .venv .venv-sam .venv-clients .venv-runtime .venv-bench .aws-sam .mypy_cache .ruff_cache .pytest_cache .hypothesis .cache build shared/*.egg-info
	rm -f "$(OUTPUT)"
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
