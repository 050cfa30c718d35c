#!/bin/sh
# Judges the program that the arguments start, for example: sh judge.sh -- python3 core_adapter.py
# The exit code is the judge's: 0 conformant, 1 not, 2 to 5 no verdict.
set -eu
npx rockpool-conformance run --max-time 600 --reporter junit --output rockpool.xml "$@"
