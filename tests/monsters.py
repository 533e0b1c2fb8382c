"""Files that have brought readers of YAML to their knees, whatever they were meant to hold."""

import random
from collections.abc import Iterator


def monsters() -> Iterator[tuple[str, bytes | str]]:
    """Each with a name."""
    yield "ten_megabytes_of_brackets", "[" * 10_000_000
    half = 500_000
    yield "brackets", "[" * half
    yield "closed_brackets", "[" * (half // 2) + "]" * (half // 2)
    yield "braces", "{" * half
    yield "dashes", "- " * (half // 2)
    yield "question_marks", "? " * (half // 2)
    yield "deep_indentation", "".join(" " * depth + "a:\n" for depth in range(900))
    yield "anchors", "&a " * (half // 3)
    yield "one_long_word", "a" * half
    yield "one_long_key", "a" * half + ": 1"
    yield "one_long_text", f"title: {'a ' * (half // 2)}"
    yield "one_long_quote", f'title: "{"a " * (half // 2)}"'
    yield "one_open_quote", f'title: "{"a " * (half // 2)}'
    yield "escapes", 'title: "' + "\\n" * (half // 2) + '"'
    yield "blank_lines", "\n" * half
    yield "comments", "# x\n" * (half // 4)
    yield "spaces", " " * half
    yield "tabs", "\t" * half
    yield "carriage_returns", "\r" * half
    yield "control_characters", "\x01\n" * (half // 2)
    yield "many_unknown_keys", "".join(f"{'titel' * 10}{n}: a\n" for n in range(8_000))
    yield "many_duplicate_keys", "title: a\n" * 9_000
    yield "many_numbers", "minutes: [" + "1," * 19_000 + "]"
    yield "long_number", "minutes: " + "9" * 400_000
    yield "huge_number", "minutes: 1e400"
    yield "negative_huge_number", "minutes: -1e400"
    yield "number_of_seventeen_digits", "minutes: 99999999999999999"
    yield "long_number_in_a_list", "minutes: [" + "9" * 39 + "]"
    yield "not_a_number", "minutes: .nan"
    yield "documents", "---\na\n" * (half // 6)
    yield "directives", "%TAG ! tag:x,2000:\n" * (half // 20)
    yield "tags", "title: " + "!a " * (half // 3)
    yield "half_a_surrogate", 'title: "\\ud800"'
    yield "half_a_surrogate_as_key", '"\\ud800": a'
    yield "no_such_character", 'title: "\\UFFFFFFFF"'
    yield "version_of_five_thousand_digits", f"%YAML {'9' * 5000}.1\n---\ntitle: a"
    yield "raw_surrogate", b"title: \xed\xa0\x80"
    yield "nul", "\0" * 1000
    laughs = "a0: &a0 [lol, lol]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    yield "billion_laughs", laughs
    yield "a_list_within_itself", "title: &a [*a]"
    yield "merge_keys", "title: &a {b: c}\nsetting:\n  <<: *a"
    rng = random.Random(1)
    yield "noise", bytes(rng.randrange(256) for _ in range(100_000))
    yield "printable_noise", "".join(chr(rng.randrange(32, 126)) for _ in range(half))
