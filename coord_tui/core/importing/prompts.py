"""Knows the words that speak to somebody: prompts that people keep in fences and quotes.

`You own only src/` in a fence below `Terminal 1` is no example: it says whose files are whose.
"""

import re

from coord_tui.core.importing.phrases import wordlist
from coord_tui.core.importing.words.whom import YOU

_KINDS = wordlist("text txt plaintext plain markdown md prompt none")
"""What a fence may call itself that holds words; most say nothing."""
_ALPHABETIC = "|".join(re.escape(each) for each in re.findall(r"[^\W\d_]+", YOU) if each.isascii())
_SPEAKS = re.compile(
    rf"(?:^|[.!?:>\n])\W{{0,80}}(?:{_ALPHABETIC})\s+(?:are|own|only|must|may|can|work|edit"
    r"|eres|posees|solo|sólo|puedes|é|possui|só|pode|êtes|es|possèdes|peux|bist|besitzt|darfst"
    r"|sind|sei|possiedi|puoi|bent|mag)\b"
    r"|(?:^|[。！？\n>])\s*(?:你是|您是|你负责|你只|あなたは|あなたが|당신은)"
    r"|(?:^|[.!?\n>]\s*)(?:Ты|Вы|ты|вы)\s+(?:владе|отвеча|работа|можешь|меняешь|—|-)",
    re.IGNORECASE,
)
_PROMPTS = wordlist(
    """prompt prompts brief briefing instruction instructions kickoff starter mission mandate
    instrucciones instruções consigne consignes anweisung anweisungen istruzioni промпт инструкция
    talimat prompty 提示词 提示 指令 プロンプト 指示 프롬프트 지시"""
)


def speaks(text: str, info: str = "") -> bool:
    """Whether a fence with that word after its marks holds words that speak to somebody."""
    kind = (info.split() or ["none"])[0].casefold()
    return kind in _KINDS and _SPEAKS.search(text) is not None


def is_prompt(words: str) -> bool:
    """Whether a heading says that what somebody is told follows: `Prompt for Agent A`."""
    return bool(_PROMPTS & set(re.findall(r"[^\W\d_]+", words.casefold())))
