"""The words that point at what stands below or above, in many languages; in lower case."""

from coord_tui.core.importing.phrases import wordlist

POINTING = wordlist("""see below above here following follows next table list section these those
    this each every everyone everybody overview note notes
    siehe unten oben hier folgende folgenden folgendes tabelle liste abschnitt diese dieser jede
    jeder jedes alle
    véase abajo arriba aquí siguiente siguientes tabla lista sección estos estas cada
    veja abaixo acima aqui seguinte seguintes tabela seção estes cada
    voir dessous dessus ici suivant suivante suivants suivantes tableau liste section ces chaque
    vedi sotto sopra seguente seguenti tabella elenco sezione questi ogni
    zie onder hieronder boven volgende tabel lijst deze elke
    см ниже выше здесь следующие следующий таблица список раздел эти каждый
    aşağıda aşağıdaki yukarıda burada tablo liste bölüm her
    poniżej powyżej tutaj następujące tabela lista każdy dưới trên đây bảng sau
    berikut bawah atas tabel daftar setiap nedan ovan följande tabell""")
"""Beside a list they say no more than that it is one: `See the table below`."""
