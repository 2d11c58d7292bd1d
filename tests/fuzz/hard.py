"""What nobody should have to expect in a text. MARK is in all of it, and nowhere else: where a part of it is alive, it is found."""

import json

MARK = "zqx"
LONG = f"{MARK} a very long text "

MARKUP = [
    f"<script>alert('{MARK}')</script>",
    f'<img src={MARK} onerror="{MARK}()">',
    f"</main></body><{MARK}-tag {MARK}='1'>{MARK}</{MARK}-tag>",
    f'" onmouseover="{MARK}()" {MARK}="',
    f"' autofocus onfocus='{MARK}()' {MARK}='",
    f"<{MARK}>&lt;b&gt; &amp;amp; &{MARK}; &#60;script&#62; &#x3c;",
    f"<!-- {MARK} --> <!doctype {MARK}> <?{MARK}?> <![CDATA[{MARK}]]>",
    f"</style><style>{MARK}{{}}</style></title><svg/onload={MARK}()>",
    f"</textarea></noscript></template><iframe srcdoc='{MARK}'>",
    f"<{MARK}", f"{MARK}<", f"</p><h1>{MARK}</h1>", f"{MARK}</script><base href=//{MARK}>",
]  # fmt: skip
JINJA = [
    f"{{{{ '{MARK}' * 3 }}}}", f"{{% for x in '{MARK}' %}}y{{% endfor %}}", f"{{# {MARK} #}}", f"{{{{ {MARK}", f"{{% {MARK}", f"{{# {MARK}",
    f"{{{{ pledge('{MARK}') }}}}", f"{{{{ config.__class__.{MARK} }}}}", f"{{% raw %}}{MARK}{{% endraw %}}", f"}}}} %}} #}} {MARK}",
]  # fmt: skip
MARKDOWN = [
    f"**{MARK}** __{MARK}__ *{MARK}* `{MARK}`", f"[{MARK}](https://{MARK}.example) ![{MARK}]({MARK}.png)", f"# {MARK}\n\n## {MARK}",
    f"- {MARK}\n- {MARK}\n\n1. {MARK}", f"```\n{MARK}\n```", f"| {MARK} | {MARK} |\n|---|---|\n| {MARK} | x |", f"{MARK} {{: #{MARK} .{MARK} }}",
    f"[TOC]\n\n{MARK}", f"<https://{MARK}.example> [{MARK}]: https://{MARK}.example", f"\\*{MARK}\\_ \\\\ {MARK}  \n    {MARK}", f"> {MARK}\n\n---\n{MARK}",
    f"{MARK}\n===\n\n{MARK}\n\n\n    {MARK}", f"*[{MARK}]: {MARK}\n\n[^{MARK}]: {MARK}",
]  # fmt: skip
RIGHT_TO_LEFT = [
    f"{MARK} مرحبا بكم في المدرسة",
    f"שלום {MARK} עולם (1 2 3)",
    f"{MARK} خوش آمدید، ۱۲۳",
]
ODD_LETTERS = [
    f"{MARK} 👩🏽‍👩🏽‍👧🏽 🏴󠁧󠁢󠁷󠁬󠁳󠁿", f"{MARK} e\u0301 é Ł ß ﬁ ĳ", f"{MARK} Z\u0337\u0321a\u0334\u0322l\u0335g\u0336o", f"{MARK}\u00a0with\u202fnarrow\u2003blanks",
    f"{MARK}\u00adsoft\u00adhyphens", f"{MARK} 𝒻𝒶𝓃𝒸𝓎 𐍈", f"{MARK} \u200eleft\u200f right \u061c \u2060joined", f"{MARK} \U000e0041\U000e0042 tags",
    f"{MARK} \ufdd0 \ufff9 \U0001fffe", f"“{MARK}” ‘{MARK}’ … – —",
]  # fmt: skip
UNSEEN = [
    f"{MARK}{letter}{MARK}"
    for letter in "\x00\x01\x07\x08\x0b\x0c\x1b\x7f\x80\x85\x9f\u200b\u2028\u2029\u202e\u2066\ufeff\ufffe\uffff"
]
HUGE = [
    LONG * 50,
    LONG * 2_000,
    LONG * 60_000,
    MARK * 20_000,
    f"{MARK}😀" * 5_000,
    f"{MARK}\n\n" * 5_000,
    "<" * 30_000 + MARK,
    "{{" * 10_000 + MARK,
]
ADDRESSES = [
    f"javascript:{MARK}()", f"JaVaScRiPt:{MARK}()", f"  javascript:{MARK}()", f"data:text/html,<script>{MARK}()</script>", f"vbscript:{MARK}",
    f"//{MARK}.example", f'https://{MARK}.example/" onclick="{MARK}()', f"https://[{MARK}", f"https://{MARK}.example:99999999/", f"https:{MARK}",
    f"https://{MARK}.example/<b>?a=1&b=2#c", f"http://{MARK}@evil.example/", f"../../{MARK}/", f"#{MARK}", f"mailto:{MARK}@x.example", f"file:///{MARK}",
    f"{MARK}/", f"charter/{MARK}-1/", f"https://{MARK}.example/\\..\\", f"HTTPS://{MARK}.EXAMPLE/", f"java\tscript:{MARK}()", f"charter/#{MARK}",
]  # fmt: skip
SCRIPTS = [
    f"javascript:{MARK}()",
    f"JavaScript:{MARK}()",
    f"data:text/html,{MARK}",
    f"vbscript:{MARK}",
    f"java\tscript:{MARK}()",
]
# What YAML takes for something other than text.
RETYPED = [
    "no", "yes", "on", "true", "false", "null", "~", "12", "-1", "0", "007", "1_000", "0x1F", "1e3", ".nan", ".inf", "08:30", "12:30:45", "2026-11-23",
    "2026-02-31", "2026-11-23 10:00:00", "0001-01-01", "9999-12-31", "99999999999999999999999", "12.50", "[]", "{}", "[a, b]", "{a: b}", "[[]]", "{? [a] : b}",
    '""', "''", '"  "', "=", "<<", "?", "- a", "%x", "@x", "`x`", "|", ">", '"', "'", "#", ": ", "- ", "..", "...", "---",
]  # fmt: skip
# For fields that want figures, dates or one of a few words.
FIGURES = [
    "٢٠٢٦-٠١", "20٢٦-11", "20２６-11", "2026-11 ", "2026-13", "2000-01", "2099-12", "20²⁶-11", "E٠٧٠٠٠١٠٥", "1.4.1٣", "2026-Q5", "20٢٦-Q4", "2026-11-٢٣", "୪.1.1", "4.١٤.1",
]  # fmt: skip
WHOLE_NUMBERS = [
    "0",
    "-1",
    "1",
    "5",
    "999999999999",
    "1000000000000000000",
    "99999999999999999999",
    "1.0",
    "1e3",
    "true",
    "null",
    '"1"',
    "NaN",
    "[1]",
]
BOMB = "\n".join(
    [
        "a0: &a0 [lol, lol]",
        *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)),
    ]
)


def quoted(text: str, style: int) -> str:
    """A text as YAML takes it, in one of four ways of writing."""
    if style % 4 == 1 and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    if style % 4 == 2 and "\n" not in text and text == text.strip():
        return f'"{text.replace(chr(92), chr(92) * 2).replace(chr(34), chr(92) + chr(34))}"'
    return json.dumps(text, ensure_ascii=style % 4 == 3)
