# A thin front: it makes .venv from the locks and calls the tools in it.
# Only `make test` may install something outside this folder: Chromium and LibreOffice, where there are none.

PYTHON ?= python3
UV_VERSION := 0.13.9

BIN := .venv/bin
UV := $(BIN)/uv --quiet
PYTEST := $(BIN)/python -m pytest -q
LOCK := $(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

# A change in any of these changes what is installed beside the kit itself, so the kit is installed again.
SHIPPED := pyproject.toml hatch_build.py $(wildcard notebooks/*.ipynb exercises/* kit/locale/*/*.po) \
           $(shell find kit/labextension -type f ! -name shipped.json 2>/dev/null)

.PHONY: start test lint bench lock clean

start: .venv/.kit  ## opens the kit in the browser; ARGS="check FILE" and the like are passed on
	@$(BIN)/krachtenveld $(ARGS)

test: .venv/.kit .venv/.test .venv/.nbgrader  ## everything that is promised: units and properties, notebooks, browser
	@$(BIN)/python tests/browser/chromium.py || test "$$CI" != true
	@$(BIN)/python tests/document/libreoffice.py || test "$$CI" != true
	$(PYTEST) tests --ignore tests/browser -n auto --dist loadfile
	$(PYTEST) --nbval --nbval-current-env notebooks exercises -n auto --dist loadfile
	$(PYTEST) tests/browser -n auto --dist loadfile

lint: .venv/.kit .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/.kit .venv/.test  ## each cost as a ratio with its baseline, measured in the same run
	@$(BIN)/python -m tests.bench

lock: .venv/.uv-$(UV_VERSION)  ## the locks anew, from pyproject.toml; environment.yml follows by hand, a test compares
	$(LOCK) --upgrade pyproject.toml -o requirements.lock
	$(LOCK) --upgrade --extra test -c requirements.lock pyproject.toml -o requirements-test.lock
	$(LOCK) --upgrade --extra nbgrader -c requirements.lock pyproject.toml -o requirements-nbgrader.lock

clean:  ## what make and the tools made; never what a learner wrote
	rm -rf .venv dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	rm -rf kit/locale/*/LC_MESSAGES kit/labextension/static/shipped.json tests/browser/shots
	find kit tests -name __pycache__ -prune -exec rm -rf {} +

.venv/.uv-$(UV_VERSION):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Krachtenveld needs Python 3.11 or newer, and '$(PYTHON)' is not: name another, as in: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Krachtenveld needs Python's venv module: install it (on Debian and Ubuntu: sudo apt install python3-venv) and try again."; exit 1; }
	@echo "Making .venv, once; this takes a minute or two."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@touch $@

.venv/.runtime: requirements.lock .venv/.uv-$(UV_VERSION)
	@$(UV) pip install --python .venv --require-hashes -r requirements.lock
	@touch $@

.venv/.test: requirements-test.lock .venv/.runtime
	@$(UV) pip install --python .venv --require-hashes -r requirements-test.lock
	@touch $@

# An environment of its own: nbgrader's extensions would stand in every JupyterLab of the kit.
# The kit in it is this folder itself, so a change in the kit asks for nothing anew.
.venv/.nbgrader: requirements-nbgrader.lock | .venv/.kit
	@$(UV) venv --clear .venv/nbgrader
	@$(UV) pip install --python .venv/nbgrader --require-hashes -r requirements-nbgrader.lock
	@$(UV) pip install --python .venv/nbgrader --no-deps -e .
	@touch $@

# First from uv's own store: a second start, after a notebook changed, must work without a network.
.venv/.kit: $(SHIPPED) .venv/.runtime
	@$(UV) pip install --python .venv --no-deps --offline -e . 2>/dev/null || $(UV) pip install --python .venv --no-deps -e .
	@touch $@
