#!/usr/bin/env bash
# Runs the read-only commands of lrcodes: check, and changes if it is asked for. GitHub shows ten annotations of a step;
# the others go to the summary. The inputs of the action come by the environment, so that nothing in them is code.
set -uo pipefail

tool=(go tool)
flags=(-format github)
if [ -n "${LRCODES_TOOL_DIRECTORY:-}" ]; then
	tool+=(-C "$LRCODES_TOOL_DIRECTORY")
	flags+=(-C "$PWD")
fi
[ -z "${LRCODES_MODFILE:-}" ] || tool+=("-modfile=$LRCODES_MODFILE")
[ -z "${LRCODES_CONFIG:-}" ] || flags+=(-config "$LRCODES_CONFIG")

found=$("${tool[@]}" lrcodes check "${flags[@]}")
code=$?
if [ -n "${LRCODES_CHANGES:-}" ] && [ "$LRCODES_CHANGES" = true ]; then
	changed=$("${tool[@]}" lrcodes changes "${flags[@]}")
	changes_code=$?
	[ $changes_code -le $code ] || code=$changes_code
	found+=${found:+${changed:+$'\n'}}$changed
fi

limit=10
[ -z "$found" ] || head -n "$limit" <<<"$found"

rest=$(tail -n +$((limit + 1)) <<<"$found")
if [ -n "$rest" ]; then
	{
		printf '### lrcodes: the findings beyond the first %d\n\n' "$limit"
		# file:line: message, without what follows its first line, as an indented code block
		sed -E -e 's/^::(error|warning|notice) file=([^,]*),line=([0-9]*)[^:]*::/    \2:\3: /' \
			-e 's/^::(error|warning|notice) [^:]*::/    /' -e 's/%0A.*//' \
			-e 's/%0D//g' -e 's/%3A/:/g' -e 's/%2C/,/g' -e 's/%25/%/g' <<<"$rest"
	} >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
fi
exit "$code"
