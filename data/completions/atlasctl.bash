# SPDX-FileCopyrightText: The Alliance Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion of atlasctl for bash. Commands and options are asked of atlasctl itself,
# codes of countries and ids of organisations of its data. It is asked in English, which
# the patterns here are in.

_atlasctl_commands() {
  LC_ALL=C atlasctl --help 2>/dev/null | sed -n 's/^  \([a-z]\{2,\}\) .*/\1/p'
}

_atlasctl_options() {
  LC_ALL=C atlasctl "$1" --help 2>/dev/null | sed -nE 's/^  (-[a-z], )?(--[a-z-]+=?).*/\2/p'
}

_atlasctl_actions() {
  LC_ALL=C atlasctl library --help 2>/dev/null | sed -n '/^Actions:/,$s/^  \([a-z-]\{3,\}\) .*/\1/p'
}

# The first column of a table of the data.
_atlasctl_column() {
  local folder=${ATLAS_DATA_DIR:-@PKGDATADIR@}
  tail -n +2 "$folder/atlas/$1.csv" 2>/dev/null | cut -d, -f1
}

_atlasctl() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  local choices=''

  COMPREPLY=()
  # Bash takes the = of --org=CSTO for a word of its own.
  [ "$word" = = ] && word=''
  [ "$before" = = ] && before=${COMP_WORDS[COMP_CWORD - 2]}
  if [ "$COMP_CWORD" -eq 1 ]; then
    choices=$(_atlasctl_commands)
  elif [[ $before == --country ]]; then
    choices=$(_atlasctl_column countries)
  elif [[ $before == --org ]]; then
    choices=$(_atlasctl_column organisations)
  elif [[ $before == --only ]]; then
    choices='own briefing event country organisation'
  elif [[ $before == --sort ]]; then
    choices='newest oldest imported title'
  elif [[ $word == -* ]]; then
    choices=$(_atlasctl_options "$command")
    compopt -o nospace
  elif [[ $command == library && $COMP_CWORD -eq 2 ]]; then
    choices=$(_atlasctl_actions)
  elif [[ $command == members ]]; then
    choices=$(_atlasctl_column organisations)
  elif [[ $command == status || $command == timeline || $command == excerpts ]]; then
    choices=$(_atlasctl_column countries)
  else
    compopt -o default
    return
  fi
  mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$word")
}

complete -F _atlasctl atlasctl
