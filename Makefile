# Two commands matter: `make demo` and `make test`. Each installs what it needs into .venv by itself.
PYTHON ?= python3
BIN := .venv/bin
SERVE ?= 1

.PHONY: demo test lint bench tables lock docs clean

demo: .venv/run
	$(BIN)/campaign-archive demo $(if $(filter 0 no false,$(SERVE)),--no-serve)

# Hundreds of tests start Python: without bytecode each would compile the program again.
test: export PYTHONDONTWRITEBYTECODE =
test: .venv/dev lint
	$(BIN)/python -m tests.browser
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal

lint: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy archive crawler spiders
	$(BIN)/mypy --namespace-packages --explicit-package-bases tests
	cd datasette/plugins && MYPYPATH=../.. ../../$(BIN)/mypy --allow-untyped-decorators --config-file ../../pyproject.toml .
	$(BIN)/lint-imports

bench: .venv/bench
	$(BIN)/python -m pytest tests/benchmarks -s

# Makes archive/data again from the libraries that its tables come from; `make test` compares them.
tables: .venv/dev
	$(BIN)/python -m archive.data.remake

# The locks hold hashes and no index address, so they install from any mirror.
lock: .venv/dev
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
		--no-header --group build -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
		--no-header --group build --group dev -c requirements.lock -o requirements-dev.lock pyproject.toml

.venv/run: requirements.lock pyproject.toml | .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/dev: requirements-dev.lock .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

.venv/bench: pyproject.toml .venv/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --group bench
	touch $@

.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with: make PYTHON=/path/to/python3")'
	$(PYTHON) -m venv .venv

clean:
	rm -rf .venv data/demo
