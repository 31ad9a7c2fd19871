"""The words of a sentence that says who answers for files, in many languages; in lower case.

The sentence is put together from them: a form of `be`, somebody who answers, and a preposition.
"""

BE = """is; are; ist; sind; es; son; está; están; é; são; fica; ficam; est; sont; è; sono; zijn;
    jest;
    są; является; являются"""

ANSWERING = """responsible; in charge; accountable; verantwortlich; zuständig; der verantwortliche;
    die verantwortliche; responsable; responsables; encargado; encargada; encargados; a cargo;
    responsável; responsáveis; encarregado; encarregada; chargé; chargée; chargés; en charge;
    responsabile; responsabili; incaricato; incaricata; verantwoordelijk; odpowiedzialny;
    odpowiedzialna; ответственный; ответственная; ответственен; ответственна"""

FOR = """for; of; für; de; del; du; des; por; pelo; pela; pelos; pelas; di; dei; della; per; voor;
    za; за; от; från; för; um"""

ANSWERS = """odpowiada; odpowiadają; отвечает; отвечают; zajmuje się; занимается; se encarga;
    se ocupa; si occupa; s'occupe; kümmert sich; zorgt; sorgt; cuida"""
"""Verbs that stand before the name when the paths come first: `За a/ отвечает Аня`."""

ARTICLE = "the; der; die; das; el; la; lo; os; o; a; le; il; l'; de; het; een"

ALL_GLUED = """大家; 所有人; 全员; 全員; みんな; 모두; 다같이"""
"""All of them, where words are not parted by spaces."""

HEADED = (
    r"^\0\s*(?:의\s*|の\s*|的\s*)?(?:主?担当者?|責任者|所有者|负责人|负责者|담당자?|책임자|소유자)"
    r"\s*(?:は|が|是|为|은|는|이|가|[:：])\s*{who}\s*(?:です|だ|である|さん|입니다|이다|님)?\W*$"
)
"""`a/ の担当は田中です`"""
TOPICAL = (
    r"^\0\s*(?:は|が|은|는|을|를|,|、)\s*{who}\s*(?:が|の|さんが|이|가|님이)\s*"
    r"(?:主?担当|所有|管理|編集|受け持|담당|소유|관리|맡)"
)
"""`a/ は田中が担当`"""
CARING = (
    r"^{who}\s*(?:さん)?(?:は|が|은|는|이|가|님은|님이)\s*\0\s*(?:を|の|을|를)?\s*"
    r"(?:(?:主に|だけ|のみ|만)\s*)?(?:主?担当|所有|管理|受け持|담당|소유|관리|맡)"
)
"""`田中は a/ を担当`"""
GIVEN = r"^\0\s*(?:由|归|歸|归属于|属于)\s*{who}\s*(?:负责|負責|维护|維護|管理|所有|编写)?\W*$"
"""`a/ 由小明负责`"""
TAKING = (
    r"^{who}\s*(?:主要|只|专门|仅)?(?:负责|負責|拥有|擁有|维护|維護|管理)\s*(?:维护|維護)?\s*\0"
)
"""`小明负责 a/`"""
