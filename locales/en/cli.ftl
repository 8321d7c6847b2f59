# The command line.
cli-cannot-read = { $file } cannot be read: { $cause }
cli-cannot-write = { $file } cannot be written: { $cause }
cli-checked = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, { $marks ->
    [one] { $marks } mark
   *[other] { $marks } marks
}: nothing wrong
cli-command-unknown = There is no command { $command }.
cli-converted = { $file }: { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, { $marks ->
    [one] { $marks } mark
   *[other] { $marks } marks
}
cli-format-unknown = There is no format { $format }. Known: { $known }.
cli-format-unguessed = The format of { $file } cannot be told from its name or content. Name it with --from.
cli-help =
    Marks people, organizations, places, dates and amounts in articles.

    Usage:
      apostil extract --to FORMAT FILE...
      apostil convert FILE [--from FORMAT] --to FORMAT -o FILE
      apostil check FILE...

    A file may be a folder, or - for standard input.

    Options:
      --from FORMAT   the format of the input; else it is guessed
      --to FORMAT     the format of the output: native, jsonl
      -o FILE         where to write; else standard output
      --strict        exit with 1 when something was lost
      --lang TAG      en or es
      --help          this text
      --version       the version

    Exit status: 0 good, 1 something was lost under --strict, 2 bad usage or unreadable input.
cli-input-missing = No input file is named.
cli-lost = { $count ->
    [one] { $count } thing was lost:
   *[other] { $count } things were lost:
}
cli-option-bad = { $option } does not take { $value }.
cli-option-missing = { $option } is missing.
cli-option-needs-value = { $option } needs a value.
cli-option-unknown = There is no option { $option }.
cli-problems = { $count ->
    [one] { $count } problem
   *[other] { $count } problems
}
cli-strict-failed = Something was lost, and --strict asks for nothing to be.
cli-try-help = See apostil --help.
