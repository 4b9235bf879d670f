#!/usr/bin/env bash
# Runs the read-only check of lrcodes. GitHub shows ten annotations of a step; what is beyond goes to the summary.
set -uo pipefail

limit=10
found=$(go tool lrcodes check -format github "$@")
code=$?
[ -z "$found" ] || head -n "$limit" <<<"$found"

rest=$(tail -n +$((limit + 1)) <<<"$found")
if [ -n "$rest" ]; then
	{
		printf '### lrcodes check: the findings beyond the first %d\n\n' "$limit"
		# file:line: message, without what follows its first line, as an indented code block
		sed -e 's/^::error file=\([^,]*\),line=\([0-9]*\)[^:]*::/    \1:\2: /' -e 's/%0A.*//' \
			-e 's/%0D//g' -e 's/%3A/:/g' -e 's/%2C/,/g' -e 's/%25/%/g' <<<"$rest"
	} >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
fi
exit "$code"
