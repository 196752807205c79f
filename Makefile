# Two commands do it all: `make run` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PORT ?= 8501

.PHONY: run test check bench clean

run: $(VENV)/run.ok
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: $(VENV)/test.ok
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m anatomy check
	$(BIN)/python -m pytest tests -n 2 --dist worksteal

check: $(VENV)/run.ok
	$(BIN)/python -m anatomy check

bench: $(VENV)/test.ok
	$(BIN)/python -m tests.bench.library
	$(BIN)/python -m tests.bench.click
	$(BIN)/python -m tests.bench.localise
	$(BIN)/python -m tests.bench.practice atlas

$(VENV)/run.ok: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -r requirements.txt
	touch $@

$(VENV)/test.ok: $(VENV)/run.ok tests/requirements.txt tests/install.sh
	$(BIN)/python -m pip install --quiet -r tests/requirements.txt
	sh tests/install.sh $(BIN)/python
	touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache test-results
