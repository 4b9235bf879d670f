#!/usr/bin/env bash
# Runs the read-only check of lrcodes. GitHub shows ten annotations of a step; the others go to the summary.
# The inputs of the action come by the environment, so that nothing in them is code.
set -uo pipefail

tool=(go tool)
check=(lrcodes check -format github)
if [ -n "${LRCODES_TOOL_DIRECTORY:-}" ]; then
	tool+=(-C "$LRCODES_TOOL_DIRECTORY")
	check+=(-C "$PWD")
fi
[ -z "${LRCODES_MODFILE:-}" ] || tool+=("-modfile=$LRCODES_MODFILE")
[ -z "${LRCODES_CONFIG:-}" ] || check+=(-config "$LRCODES_CONFIG")

limit=10
found=$("${tool[@]}" "${check[@]}")
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
