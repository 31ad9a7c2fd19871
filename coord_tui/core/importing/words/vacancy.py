"""The words of an owner's cell that says that nobody has something, or nobody yet."""

from coord_tui.core.importing.phrases import wordlist

HEDGES = wordlist("""not no formerly previously ex until till ask see currently maybe perhaps
    probably possibly yet still whoever whichever depends unless except if never was were pending
    awaiting needs without via as same ditto up
    nicht kein keine früher ehemals vormals bis frag fragen siehe vielleicht noch falls wer außer
    non pas anciennement jusque jusqu demander voir peut encore celui sauf avant
    nunca anteriormente antes hasta preguntar pregunta ver ningún todavía aún quizás quien excepto
    não nao nenhum até perguntar pergunte ainda talvez quem exceto ainda
    nessuno precedentemente fino chiedere chiedi vedi ancora forse tranne
    niet geen voorheen vroeger tot vraag zie misschien nog wie behalve
    не ни раньше прежде бывший бывшая до спросить спроси см пока ещё еще возможно кто кроме
    nie dawniej zapytaj zob jeszcze może kto oprócz
    değil eskiden önce bkz henüz belki hariç
    inte ikke tidigare tidligere fråga spør se ännu ennå chưa không hỏi xem belum bukan tanya""")
"""With one of these begins what says that somebody has it not, no more, or perhaps."""

SHORT_HEDGES = wordlist("not non não nao pas ask see ver не niet kein ex")
"""Those of three letters and fewer that begin no name even with a capital: `Not Ana`."""

HEDGES_GLUED = ("未", "待", "暂", "暫", "尚未", "没", "不是", "まだ", "아직", "미정", "미배")
"""The same where words are not parted by spaces."""

TURNS = wordlist("""not then until till unless except if yet but later before after instead when
    formerly dann danach später bis falls aber nicht vorher puis ensuite jusque sauf mais pas avant
    luego después hasta si pero antes depois até se mas não então poi dopo fino ma prima daarna tot
    maar niet потом затем до если но не после sonra önce ama değil potem później jeśli ale nie""")
"""With one of these between names a cell tells of several in turn, or of a condition."""

INFINITIVES = wordlist("to por a à zu da te do para at för")
"""With one of these and a small letter begins what is still to be done: `to be assigned`."""

ENDS = wordlist("""yet needed wanted pending open benötigt gesucht offen requis vacant recherché
    necesario vacante necessário vaga necessario nodig нужен требуется gerekli potrzebny""")
"""With one of these ends what says that somebody is looked for: `volunteer needed`."""

LEVELS = wordlist("""high low medium urgent critical highest lowest minor major normal blocker
    trivial hoch niedrig mittel dringend kritisch haut haute basse moyen moyenne urgente critique
    alta alto baja bajo crítica crítico baixa baixo média médio bassa basso
    critico critica hoog laag middel высокий высокая низкий низкая средний средняя срочно
    yüksek düşük orta acil wysoki niski średni pilne thấp tinggi rendah 高 低 中 紧急 緊急
    높음 낮음 보통 긴급""")
"""How urgent something is."""

VACANT = """unowned; up for grabs; free for all; nobody yet; first come; first come first served;
    rotating; rotation; on call; on duty; ditto; same; same as above; see above; above; orphan;
    orphaned; undecided; undefined; unspecified; volunteer; volunteers; help wanted; no owner;
    herrenlos; ohne besitzer; niemand mehr; wechselnd; abwechselnd; siehe oben; dito; freiwillige;
    sin dueño; rotativo; por turnos; voluntario; ídem; sans propriétaire; tournant; à tour de rôle;
    volontaire; idem; ci dessus; sem responsável; rodízio; voluntário; senza proprietario; a turno;
    volontario; idem come sopra; wisselend; vrijwilliger; ничей; ничьё; по очереди; доброволец;
    там же; sahipsiz; sırayla; gönüllü; bezpański; na zmianę; ochotnik; jw; 无主; 轮流; 轮值;
    值班; 同上; 认领; 持ち回り; 当番; 有志; 교대; 당번; 위와 같음; 자원자; chưa có;
    luân phiên; bergantian"""
"""What stands in a cell of owners and is nobody's name."""
