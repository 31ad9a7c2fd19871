"""The words that forbid, except or bind to a condition, in many languages; in lower case.

Whoever reads past one of them reads the contrary: where no item keeps it, its clause is unread.
"""

from coord_tui.core.importing.phrases import wordlist

DENYING = wordlist("""not never no nor neither none nobody nothing nowhere cannot don doesn didn won
    shouldn mustn isn aren longer
    nicht nie niemals niemand nichts kein keine keinen keiner keinem weder
    nunca jamás nadie nada ningún ninguna ninguno tampoco ya
    não jamais ninguém nenhum nenhuma nem pas personne aucun aucune rien
    mai nessuno nessuna niente neppure nemmeno niet geen nooit niemand niets
    не ни никогда никто нельзя ничего нет nie nigdy nikt żaden żadna żadne nic nigdzie
    değil asla hiç hiçbir kimse không đừng chưa chẳng jangan tidak bukan belum
    inte aldrig ingen inget inga ikke aldri aldrig ei älä ne nikdy není nem soha""")
"""What denies or forbids."""

BINDING = wordlist("""if si unless except excepting excluding without while whenever whereas since
    until till already yet former formerly once provided instead although though however
    wenn falls sofern außer ausser ohne solange während sobald obwohl schon früher sondern
    cuando excepto salvo sin mientras hasta aunque siempre
    quando enquanto exceto sem até embora caso
    quand lorsque sauf sans pendant jusque jusqu tant dès hormis
    finché finche tranne eccetto senza fino benché purché qualora
    tenzij behalve zonder terwijl totdat tot zolang zodra indien wanneer mits
    если кроме без пока когда хотя больше исключением
    jeśli jeżeli chyba oprócz bez dopóki dopiero gdy kiedy
    eğer hariç kadar sürece dışında artık ise iken
    nếu trừ khi miễn jika kecuali sampai selama tanpa kalau
    utom utan medan tills unntatt uten mens medens pokud kromě dokud když""")
"""What binds to a condition, or makes an exception."""

ORDERING = wordlist("""
    before after when or only nur vor nach bis bevor nachdem oder erst antes después despues
    solo sólo solamente depois após somente apenas avant après seulement ou prima dopo oppure
    soltanto voor voordat nadat alleen pas до после перед только или лишь przed tylko lub albo
    sonra önce sadece veya yalnızca trước sau chỉ hoặc sebelum setelah hanya atau före efter
    bara eller før etter bare""")
"""What says in which order or which of two, where nothing that is kept stands right behind it."""

GLUED = (
    "不要", "不能", "不可", "不得", "不许", "不准", "请勿", "勿", "禁止", "严禁", "除非", "除了",
    "如果", "仅当", "只有", "直到", "之前不", "期间", "任何人", "没有", "未经",
    "ない", "しないで", "なければ", "まで", "以外", "限り", "場合", "なら", "だけ",
    "마세요", "말 것", "말고", "않", "없이", "제외", "경우", "까지", "동안", "만약", "못",
)  # fmt: skip
"""The same where words are not parted by spaces."""
