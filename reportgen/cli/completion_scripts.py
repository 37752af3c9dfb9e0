"""Shell scripts that complete commands, options and the names of reports.

Every script asks the program itself (``reportgen __names WHAT …``), so a new command, option or report is known
at once and nothing is written twice.
"""

BASH = """\
# reportgen: tự điền cho bash. Thêm vào ~/.bashrc:  eval "$(reportgen completion bash)"
_reportgen() {
    local IFS=$'\\n'
    COMPREPLY=($(compgen -W "$(reportgen __names --words "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)" \\
        -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _reportgen reportgen
"""

ZSH = """\
# reportgen: tự điền cho zsh. Thêm vào ~/.zshrc, sau dòng compinit:  eval "$(reportgen completion zsh)"
_reportgen() {
    local -a names
    names=("${(@f)$(reportgen __names --words "${(@)words[2,CURRENT-1]}" 2>/dev/null)}")
    compadd -a names
    _files
}
compdef _reportgen reportgen
"""

FISH = """\
# reportgen: tự điền cho fish. Ghi vào tệp:  reportgen completion fish > ~/.config/fish/completions/reportgen.fish
complete -c reportgen -a '(set -l typed (commandline -opc); reportgen __names --words $typed[2..-1] 2>/dev/null)'
"""

POWERSHELL = """\
# reportgen: tự điền cho PowerShell. Thêm vào tệp $PROFILE:
#   reportgen completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName reportgen -ScriptBlock {
    param($word, $line, $position)
    $typed = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() } |
        Where-Object { $_ -ne $word })
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    reportgen __names --words @typed 2>$null | Where-Object { $_ -like "$word*" } |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH, "powershell": POWERSHELL}
