"""The words by which people say that files are one's alone, in many languages; in lower case."""

from coord_tui.core.importing.phrases import wordlist

ONLY = wordlist("""only solely exclusively just alone nur ausschließlich allein exklusiv solo sólo
    solamente únicamente exclusivamente só somente apenas unicamente seul seule seulement
    uniquement exclusivement soltanto alleen uitsluitend enkel только исключительно лишь sadece
    yalnızca yalnız tylko wyłącznie chỉ hanya endast bara kun vain pouze jen csak doar numai μόνο
    فقط רק केवल เท่านั้น""")

ONLY_GLUED = ("只", "仅", "僅", "だけ", "のみ", "专门", "만")
"""The same where words are not parted by spaces."""

THIRD = wordlist("""he she it they él ella ello ele ela il elle er sie es lui lei он она оно hij zij
    o""")
"""Who was spoken of last."""

TOUCHING = tuple(
    wordlist(
        """edit touch modif chang work writ own stay remain commit creat fass anfass änder
    bearbeit arbeit schreib berühr gehör toc trabaj cambi escrib mexe mexer alter trabalh escrev
    édit travaill écri modific lavor scriv wijzig bewerk werk raak трога меняе меняй изменя
    правит правлю редактир работа пиш касает dokun düzenle değiştir çalış dotyk edyt zmieni
    pracuj sửa chạm làm ubah sentuh kerja redigera ändra rör upravuj módosít szerkeszt"""
    )
)
"""What the verbs of editing begin with."""

TOUCHING_GLUED = (
    "修改",
    "编辑",
    "改",
    "碰",
    "写",
    "動",
    "編集",
    "変更",
    "触",
    "수정",
    "편집",
    "작업",
    "건드",
)
"""The same where words are not parted by spaces."""

SMALL = wordlist("""in inside within to into on at the these those this your my our own its their
    files file folder folders directory directories paths path code and or you i may can could must
    should shall will do please here changes under of for from is are be it that which lives live
    im in der die das den dem und an auf von dateien datei ordner darf dürfen kann du ich en el la
    los las de y archivos archivo carpeta carpetas puede puedes puedo debe tú yo em no na nos nas o
    a os as e arquivos pasta pode deve você eu dans le les et fichiers dossier peut vous je tu в на
    и с файлы файлами файлах папка папке можно может ты я""")
"""Words that say nothing of whose something is."""
