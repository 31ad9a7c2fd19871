"""The words that take a dependency back or make it less than one, in many languages.

A phrase stands as people write it, in lower case; phrases are parted by semicolons.
"""

DENYING = """
    not; no; none; none of; neither; never; nor; nicht; kein; keine; keines von; keiner von;
    weder; ninguno de; ninguna de; ni; não; nao; nenhum de; nenhuma de; nem; pas; aucun de;
    aucune de; non; nessuno di; nessuna di; né; niet; geen; geen van; не; ни;
    ни одна из; nie; żadne z; żadna z; không; không phải; bukan; tidak; ne; není;
    inte; ikke; ei; nem; nu; 不是; 不依赖; 不依賴; 不等; 不需要; 无需; 無需; 非"""
"""What denies the name behind it: `not T1`."""

DENYING_AFTER = """
    değil; ではない; ではありません; じゃない; に依存しない; は不要; 아님; 아니다; 제외; नहीं"""
"""What denies the name before it: `T1 değil`."""

EXCEPTING = """
    except; except for; excepting; excluding; other than; apart from; save for; all but;
    everything but; außer; ausser; ausgenommen; mit ausnahme; ohne; bis auf; excepto; salvo;
    menos; a excepción de; exceto; à exceção de; sauf; excepté; hormis; à l'exception de;
    eccetto; tranne; salvo; fuorché; behalve; uitgezonderd; кроме;
    за исключением; исключая; oprócz; poza; z wyjątkiem; hariç;
    dışında; trừ; ngoại trừ; kecuali; selain; kromě; utom; undtagen; unntatt; paitsi;
    kivéve; cu excepția; крім; за винятком; ยกเว้น; باستثناء; को छोड़कर;
    εκτός; מלבד; 以外; を除く; を除き; 除外; 除了; 除…外; 以外的; 제외; 빼고; 말고"""
"""What takes a task out of those that are named."""

CHOOSING = """
    or; and/or; oder; или; veya; ya da; lub; albo; hoặc; atau; nebo; vagy; sau; або;
    หรือ; أو; または; もしくは; あるいは; 或者; 或; 또는; 혹은"""
"""What leaves open which of two: `T1 or T2`."""

CHOOSING_IDS = "o; u; ou; of; eller; tai; ή; או; या"
"""Words that do so between two ids, and mean something else in other languages."""

CHOOSING_FIRST = """
    either; one of; any of; at least one of; any one of; whichever; entweder; eine von;
    eines von; einer von; uno de; una de; um de; uma de; l'un de; l'une de; uno di; una di;
    een van; либо; одна из; один из; birinden biri; jedno z; jeden z;
    một trong; salah satu; en av; en af"""
"""What says before several that one of them will do."""

SOFTENING = """
    optional; optionally; not required; not blocking; non-blocking; nonblocking; soft; weak;
    soft dependency; soft dep; ideally; preferably; preferred; recommended; nice to have;
    nice-to-have; if possible; if available; would help; helpful; opcional; opcionalmente;
    idealmente; preferiblemente; a ser posible; si es posible; recomendado; se possível;
    de preferência; preferencialmente; optionnel; optionnelle; facultatif; facultative;
    idéalement; de préférence; si possible; wünschenswert; idealerweise; möglichst;
    wenn möglich; falls möglich; nach möglichkeit; weich; opzionale; facoltativo; facoltativa;
    se possibile; preferibilmente; optioneel; indien mogelijk; liefst; bij voorkeur;
    опционально; необязательно; желательно;
    по возможности; мягкая; мягко; isteğe bağlı; mümkünse; tercihen;
    opcjonalnie; opcjonalne; jeśli możliwe; najlepiej; w miarę możliwości; tùy chọn;
    nếu có thể; không bắt buộc; opsional; jika memungkinkan; sebaiknya; volitelné;
    volitelně; pokud možno; valfri; valfritt; om möjligt; helst; valgfri; valgfritt;
    hvis muligt; hvis mulig; valinnainen; mielellään; jos mahdollista; opcionális; lehetőleg;
    opțional; dacă se poate; бажано; необов'язково; за можливості;
    ไม่บังคับ; اختياري; वैकल्पिक; προαιρετικό; προαιρετικά; אופציונלי;
    任意; 可能なら; 可能であれば; できれば; なるべく; オプション; 可选; 可選; 可选的; 最好;
    尽量; 尽可能; 建议; 軟依賴; 软依赖; 선택; 선택사항; 선택적; 가능하면; 되도록; 권장"""
"""What says that a task is better with another one, and can do without."""

DOUBTING = """
    maybe; perhaps; possibly; probably; tbc; to be confirmed; unsure; unclear; might; likely;
    vielleicht; eventuell; evtl.; evtl; ggf.; ggf; gegebenenfalls; möglicherweise; unklar;
    quizás; quizá; tal vez; a lo mejor; talvez; provavelmente; peut-être; éventuellement;
    probablement; forse; magari; eventualmente; misschien; eventueel; может быть;
    возможно; наверное; belki; muhtemelen; może; prawdopodobnie; có lẽ;
    mungkin; barangkali; možná; kanske; måske; kanskje; ehkä; talán; poate; можливо;
    อาจจะ; ربما; शायद; ίσως; אולי; たぶん; 多分; おそらく; 要確認; 也许; 也許; 可能; 大概;
    待确认; 아마; 아마도; 확인 필요"""
"""What says that whoever wrote it is not sure."""

DEPENDING = """
    if; unless; in case; provided; assuming; falls; sofern; es sei denn; wenn; a menos que;
    en caso de; si; a menos que; caso; se; a no ser que; sauf si; à moins que; au cas où;
    a meno che; nel caso; als; indien; tenzij; если; eğer; jeśli; jeżeli; chyba że; nếu;
    trừ khi; jika; kalau; pokud; jestliže; om; hvis; jos; ha; dacă; якщо; ถ้า; إذا; अगर;
    αν; אם; もし; 場合; 如果; 若; 假如; 除非; 만약; 경우"""
"""What begins a condition."""
