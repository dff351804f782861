# `make run` starts a broker, `make test` runs every test; `make help` lists the rest.

SWIFT ?= swift
DATA ?= ./data
LISTEN ?= localhost:9092
HISTORIES ?= 1000000
SEED ?= 0
# How often `make crash` kills.
ROUNDS ?= 200
# How long `make fuzz` takes for each target, and which one; without one, all of them.
SECONDS ?= 60
TARGET ?=

# The import check is an error everywhere; the other two are for speed and start-up, in release only.
CHECKED := --explicit-target-dependency-import-check error
RELEASE := -c release --static-swift-stdlib -Xlinker -s -Xswiftc -enforce-exclusivity=unchecked $(CHECKED)
GENERATOR := tools/protocol-generator
SWIFT_FILES := git ls-files '*.swift' ':!Sources/*/Generated/*'

.DEFAULT_GOAL := help
.PHONY: run build packages test test-packages compat captures kill9 crash garbage simulate fuzz bench bench-interference bench-compaction bench-partitions bench-tls bench-proxy bench-acls bench-attackers generate check-generated lint format tidy clean help bench-codec check-allocations

run: build ## build release and start a broker on localhost:9092, data under ./data
	@mkdir -p "$(DATA)"
	.build/release/martlet serve --override "listeners=PLAINTEXT://$(LISTEN)" --override "log.dirs=$(DATA)"

build: packages ## install the system packages that are missing and build release
	$(SWIFT) build $(RELEASE) --product martlet

packages:
	@tools/bootstrap build

test-packages:
	@tools/bootstrap test

test: test-packages ## install what the tests need and run all of them
	@tools/run-suites

compat: build test-packages ## run stock clients against the release broker
	@compat-tests/run

captures: build test-packages ## record what each stock client says to the broker, in compat-tests/.work/captures
	@compat-tests/make-captures

kill9: build test-packages ## kill the broker while clients produce, fifty times
	@ROUNDS=50 compat-tests/kill9

crash: build test-packages ## kill the broker under a mixed load, checking all after each restart; ROUNDS=200 SEED=n
	@ROUNDS=$(ROUNDS) $(if $(filter-out 0,$(SEED)),SEED=$(SEED)) compat-tests/crash

garbage: build test-packages ## send the broker 100,000 connections of garbage
	@CONNECTIONS=100000 compat-tests/garbage

simulate: test-packages ## a million histories of group commit ended by power losses; SEED=n HISTORIES=n
	@HISTORIES=$(HISTORIES) SEED=$(SEED) $(SWIFT) test $(CHECKED) --filter GroupCommitHistoryTests

fuzz: packages ## feed the codec made-up bytes under the sanitizers; SECONDS=60 a target, TARGET=frame for one
	@FUZZ_SECONDS="$(SECONDS)" tools/fuzz/run $(TARGET)

bench: build ## measure the release broker beside a bare loop in C
	@tools/bench/run

bench-interference: build ## what cold scans and syncs do to the latency of small produces
	@tools/bench/interference

bench-compaction: build ## measure the cleaner beside a copy of the same files
	@tools/bench/compaction

bench-tls: build ## measure TLS beside a bare libssl loop: bulk data, handshakes, 10,000 idle connections
	@tools/bench/tls

bench-proxy: build ## measure the proxy beside a bare relay in C, and the broker without either
	@tools/bench/proxy

bench-acls: build ## measure the authorizer with 100 and 10,000 access rules beside a broker without
	@tools/bench/acls

bench-attackers: build ## what 10,000 peers that never finish a handshake do to a good client of the same listener
	@tools/bench/attackers

bench-partitions: build ## measure the start on a directory with 20,000 partitions
	@tools/bench/partitions

bench-codec: packages ## measure encoding, decoding and batch checks; allocations per message
	$(SWIFT) build $(RELEASE) --product bench-codec
	@.build/release/bench-codec

check-allocations: packages ## count the codec's allocations per message; fail when one takes more than it did
	$(SWIFT) build $(RELEASE) --product bench-codec
	@.build/release/bench-codec --check-allocations tools/bench-codec/allocations.txt

generate: ## write the generated Swift anew from protocol-specs
	@tools/generate
	@tools/embed-rules
	@tools/embed-scenarios

check-generated: ## fail if a fresh generation differs from what is checked in
	@tools/embed-rules --check
	@tools/embed-scenarios --check
	@tools/generate --check

lint: ## formatting rules
	@$(SWIFT_FILES) | xargs $(SWIFT) format lint --strict --parallel --configuration .swift-format

format: ## apply the formatting rules
	@$(SWIFT_FILES) | xargs $(SWIFT) format --in-place --parallel --configuration .swift-format

tidy: ## house rules that need no build: lengths, import directions, banned words
	@tools/tidy

clean: ## remove what was built; ./data stays
	rm -rf .build $(GENERATOR)/.build compat-tests/.work tools/bench/.work tools/fuzz/.build tools/fuzz/.work

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/  make \1\t\2/' | expand -t 24
