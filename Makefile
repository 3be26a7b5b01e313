# Every verb of the project. Each is a line here and a file in tools/; what is missing on the machine, they install.
SHELL := bash
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help run dist npm wordpress release test accessibility lighthouse lint fmt check fuzz bench shots size clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /    make \1\t/p' Makefile | expand -t 20

run: ## build and serve http://127.0.0.1:8080/, again at every change (PORT=8081: elsewhere)
	@PORT="$(PORT)" tools/run.sh

dist: ## the release build, in dist/
	@tools/dist.sh

npm: dist ## the npm package, in dist/npm/
	@tools/npm.sh dist/npm

wordpress: dist ## the WordPress plugin, in dist/remedy-faq-wordpress.zip
	@tools/wordpress.sh

release: ## everything to publish, in dist/release/, built twice and compared; checks licences and versions
	@tools/release.sh

test: ## lint, tests on this machine, release build, tests in real browsers and in WordPress
	@tools/test.sh

accessibility: dist ## every rule of two engines of rules in every state and browser: the table in README.md
	@tools/accessibility.sh

lighthouse: dist ## 100 of 100 by Lighthouse for accessibility, best practices and search engines
	@tools/lighthouse.sh

lint: ## formatting, clippy (this machine and wasm, debug and release), shellcheck
	@tools/lint.sh

fmt: ## format the Rust code
	@tools/cargo.sh fmt

check: ## check a content document: make check FILE=my-clinic.json
	@tools/cargo.sh run --quiet --features bundle --bin bundle -- check "$(FILE)"

fuzz: ## feed the parsers with what libFuzzer makes up, 20 s each (SECONDS_EACH=300: longer); needs nightly Rust
	@fuzz/run.sh

bench: dist ## the widget against five other pages in Chromium, and the core here (RUNS=10: longer; QUICK=1: a smoke run)
	@RUNS="$(RUNS)" SIZES="$(SIZES)" QUICK="$(QUICK)" tools/bench.sh

shots: dist ## the pictures in docs/, by Chromium
	@tools/shots.sh

size: dist ## what each file in dist/ weighs, and what the wasm is made of (WRITE=yes: into docs/size.md)
	@WRITE="$(WRITE)" tools/size.sh

clean: ## remove what was built here (not the tools: they are in the cache that tools/env.sh names)
	@rm -rf dist target
