"""The words by which people say whose files are whose, in many languages; all in lower case.

Each is a list of phrases; `phrases.py` finds them in what a document says.
"""

OWNING = """owns; file owners; write set; write scope; single owner; single owner files;
    owner files; exclusive files; own; owned; owned by; owning; ownership; owner of;
    is the owner; file ownership; who owns; responsible for; in charge of; exclusively;
    exclusive; territory; territories; safe areas; safe to edit; safe zone; safe zones;
    may edit; can edit; can modify; may modify; allowed to edit; allowed files; allowed paths;
    edit only; only edit; only edits; works only in; work only in; only touch; only touches;
    may touch; can touch; may only edit; your files; your paths; your area; your directories;
    your scope; file scope; file boundaries; file territory; file assignments; file assignment;
    assigned files; assigned paths; assigned directories; write access; write scope;
    code ownership; code owners; directory ownership; path ownership; module ownership;
    domain ownership; domain boundaries; file domains; files owned; division of files;
    work split; file split; file allocation; file map; who edits what; who touches what;
    who does what; edit zones; edit zone; work zones; areas of responsibility; responsibilities;
    responsibility matrix; responsibility split; dueño; dueña; dueños; es dueño de; posee;
    propiedad; propietario; propietarios; responsable de; responsable; responsables; a cargo de;
    se encarga de; puede editar; puede modificar; sólo edita; solo edita; edita;
    archivos permitidos; tus archivos; zona de trabajo; zonas de trabajo; archivos propios;
    reparto de archivos; división de archivos; territorio; territorios; archivos asignados;
    carpetas asignadas; dono; dona; donos; é dono de; possui; propriedade; proprietário;
    responsável por; responsável; responsáveis; responsabilidade; responsabilidades;
    pode editar; pode modificar; seus arquivos; arquivos permitidos;
    arquivos sob responsabilidade; divisão de arquivos; território; territórios; possède;
    propriétaire; propriété; propriétés; responsable du; chargé de; peut modifier; peut éditer;
    responsabilités; fichiers autorisés; vos fichiers; tes fichiers; périmètre; périmètres;
    territoire; répartition des fichiers; besitzt; besitz; eigentümer; eigentum; gehört;
    gehören; verantwortlich für; zuständig für; zuständigkeit; zuständigkeiten; verantwortung;
    darf bearbeiten; darf ändern; deine dateien; dateihoheit; dateibesitz;
    verantwortungsbereiche; possiede; proprietà; proprietario; responsabile di; può modificare;
    i tuoi file; competenza; competenze; eigenaar; bezit; verantwoordelijk voor; mag bewerken;
    владеет; владелец; владельцы; владение; отвечает за; ответственность; зона ответственности;
    зоны ответственности; может редактировать; может менять; твои файлы; принадлежит;
    принадлежат; распределение файлов; sahip; sahibi; sahiplik; sahipliği; sorumlu; sorumluluk;
    sorumluluğu; sorumlulukları; düzenleyebilir; dosyaların; właściciel; własność; odpowiada za;
    może edytować; twoje pliki; 负责; 拥有; 所有权; 归属; 文件所有权; 专属; 独占; 可编辑;
    可以编辑; 可修改; 可以修改; 仅可修改; 只能修改; 管辖; 职责范围; 文件分工; 分工; 你的文件;
    责任范围; 地盘; 領域; 負責; 所有; 担当; 所有権; 編集可; 編集可能; 編集してよい; 専有;
    担当範囲; 責任範囲; 持ち分; 担当ファイル; ファイル所有; 管轄; 소유; 담당; 소유권; 편집 가능;
    수정 가능; 전담; 책임; 담당 파일; 소유 파일; 작업 영역; 수정 허용;
    eigenaarschap; beheert; verantwoordelijkheid; phụ trách; chịu trách nhiệm; sở hữu;
    phân công file; bertanggung jawab; володіє; власник; відповідає за; відповідальний;
    äger; ägarskap; ansvarar för; ansvarig för; ansvarlig for; eier"""

AVOIDING = """avoid; avoids; do not touch; don t touch; dont touch; do not edit; don t edit;
    dont edit; do not modify; don t modify; do not change; don t change; do not rebuild;
    don t rebuild; do not create; do not delete; do not own; does not own; doesn t own;
    not owned; not own; not yours; read set; read scope; may read; can read; reads only;
    never touch; never edit; never touches; never edits; never modify; must not; may not;
    cannot edit; can t edit; cannot touch; should not; shouldn t; not allowed; not permitted;
    off limits; off limit; forbidden; prohibited; hands off; no touch; no go; keep out;
    stay out; stays out; leave alone; read only; readonly; read but; reads only; read first;
    look but; not edit; not touch; not modify; not to touch; not to edit; out of scope;
    out of bounds; excluded; excludes; ask before; ask first; ask owner; requires approval;
    with permission; with approval; after approval; after asking; mit erlaubnis;
    nach absprache; con permiso; con permesso; com permissão; avec permission;
    avec accord; с разрешения; za zgodą; izinle;
    restricted; protected; frozen; blacklist; blocked paths; do nots; don ts; donts;
    not in scope; not include; reference only; for reference; coordination needed;
    needs coordination; no tocar; no toques; no editar; no edites; no modificar; no modifiques;
    no crear; prohibido; prohibidos; prohibida; solo lectura; sólo lectura; fuera de alcance;
    fuera de límites; evitar; no debe; no puede; no pueden; nunca tocar; intocables; no toca;
    no edita; no modifica; não tocar; não toque; não toca; não editar; não edite; não modificar;
    não mexer; não mexa; não mexe; não alterar; não altere; não criar; proibido; proibidos;
    proibida; somente leitura; apenas leitura; só leitura; fora do escopo; evite; não deve;
    não pode; não podem; nunca mexer; nunca editar; nunca tocar; intocáveis; ne pas toucher;
    ne touche pas; ne touchez pas; ne pas modifier; ne modifie pas; ne modifiez pas;
    ne pas éditer; ne pas créer; interdit; interdits; interdite; lecture seule; éviter;
    hors périmètre; hors limites; ne doit pas; ne peut pas; jamais toucher; jamais modifier;
    ne touche jamais; nicht anfassen; nicht ändern; nicht bearbeiten; nicht berühren;
    nicht verändern; nicht modifizieren; finger weg; verboten; nur lesen; schreibgeschützt;
    darf nicht; dürfen nicht; außerhalb; vermeiden; niemals; tabu; fasst nicht; non toccare;
    non modificare; non editare; vietato; vietati; sola lettura; fuori ambito; evitare;
    non deve; non può; mai toccare; niet aanraken; niet bewerken; niet wijzigen; verboden;
    alleen lezen; не трогать; не трогай; не редактировать; не менять; не изменять; нельзя;
    запрещено; запрещены; только чтение; только для чтения; вне зоны; не трогает; не касаться;
    dokunma; dokunmayın; dokunmaz; düzenleme yapma; değiştirme; yasak; yasaklı; salt okunur;
    kapsam dışı; nie dotykać; nie ruszać;
    nie edytować; nie zmieniać; zabronione; tylko do odczytu; 禁止;
    禁止修改; 禁止编辑; 禁止触碰; 不要; 不可; 不能; 不得; 勿动; 请勿; 只读; 禁区; 避免; 不允许;
    严禁; 别碰; 不许; 不碰; 不改; 不動; 不负责; 需协调; 先读; 先阅读; 触らない; 触るな;
    触れない; 編集しない; 編集禁止; 変更しない; 変更禁止; 禁止事項; 読み取り専用; 読取専用;
    参照のみ; 対象外; 範囲外; してはいけない; しないこと; 避ける; 編集不可; 変更不可; 立入禁止;
    ノータッチ; 건드리지; 수정하지; 편집하지; 변경하지; 수정 금지; 편집 금지; 변경 금지; 금지;
    읽기 전용; 범위 밖; 피할; 하지 마; 하지 않; 하면 안; 제외; 만지지;
    không sửa; không được sửa; không chỉnh sửa; không đụng; không động vào; jangan ubah;
    jangan sentuh; rör inte; ändra inte; ikke rør; ikke endre; не чіпати; не змінювати"""

SHARING = """shared; common area; common code; common folder; chung; dùng chung; bersama;
    dijeljeno; společné; delade; delt; fælles; yhteiset; مشترك; مشتركة; share; sharing;
    common files; coordinate before; coordinate first; coordinate with; coordinate changes;
    coordinate edits; coordination required; coordinated; co owned; jointly owned;
    joint ownership; joint; both own; both sessions; both agents; either can; anyone can edit;
    anyone may edit; everyone can edit; all agents may edit; multi owner; conflict zone;
    conflict zones; high risk; hot files; hotspot files; hotspots; hot spots; collision risk;
    merge hotspots; overlap zone; overlapping files; announce before; lock before;
    high conflict; conflict prone; contested; neutral; neutral zone; integration files;
    touchpoints; touch points; merge conflict risk; compartido; compartidos; compartida;
    compartidas; coordinar antes; archivos comunes; zona común; zonas comunes; compartilhado;
    compartilhados; compartilhada; compartilhadas; coordenar antes; arquivos comuns; partagé;
    partagés; partagée; partagées; fichiers communs; commun; communs; geteilt; geteilte;
    gemeinsam; gemeinsame; gemeinsamer; condiviso; condivisi; condivisa; condivise; comune;
    comuni; gedeeld; gedeelde; gezamenlijk; общие; общий; совместные; совместно; согласовать;
    согласуйте; разделяемые; ortak; paylaşılan; paylaşımlı; wspólne; wspólny; wspólna;
    współdzielone; 共享; 共用;
    公共文件; 公共; 共同; 共通; 共有; 共同編集; 要調整; 調整が必要; 공유; 공용; 공통; 공동"""

WORKING_HERE = """sessions; division of work; division of labor; division of labour;
    work division; work allocation; task division; task split; work splits; safe work splits;
    who does what; work assignments; team assignments; file ownership by agent;
    ownership by agent; división de trabajo; división del trabajo; reparto de tareas;
    reparto del trabajo; división de tareas; divisão de tarefas; divisão do trabalho;
    divisão de trabalho; répartition; répartition des tâches; répartition du travail;
    aufteilung; arbeitsteilung; aufgabenverteilung; divisione dei compiti;
    suddivisione del lavoro; divisione del lavoro; распределение; распределение задач;
    разделение труда;
    görev dağılımı; iş bölümü; podział pracy; phân công; chia task; chia việc;
    phân chia công việc; pembagian tugas; pembagian kerja; reparto; distribución del trabajo;
    división; divisão; distribuição; work split; split; division; verdeling; werkverdeling;
    arbetsfördelning; podział zadań; teilung; parallel work; 团队分工; 任务分工; 工作分工;
    总体分工概览; 总体分工; 分工说明; 职责分工; 담당; 업무 분담; 작업 분담; 담당표; 파일 담당표;
    担当表; 分担; 役割と担当; 担当一覧; session roles; session status; session overview;
    session assignments; active sessions; agents; agent roles; agent roster; active agents;
    agent assignments; agent status; agent overview; agent ownership; agents and roles;
    the agents; team; team structure; team members; team roles; team roster; team overview;
    team composition; the team; roster; workers; members; participants; people; who is who;
    who s who; who is working; who works here; who is here; crew; roles;
    roles and responsibilities; agent responsibilities; session responsibilities; actors;
    contributors; developers; parallel sessions; parallel agents; workstreams; work streams;
    streams; lanes; tracks; registered agents; claude sessions; current sessions;
    current agents; terminals; agent team; subagents; sub agents; agent definitions;
    agent territories; sesiones; agentes; equipo; miembros; personas; pessoas; integrantes;
    participantes; desarrolladores; roles del equipo; quién es quién; sessões; equipe; membros;
    desenvolvedores; papéis; time; os agentes; équipe; membres; rôles; les agents; développeurs;
    nhóm; thành viên; zespół; skład zespołu;
    qui fait quoi; sitzungen; agenten; mitglieder; rollen; beteiligte; teilnehmer; sessioni;
    agenti; squadra; ruoli; membri; chi fa cosa; сессии; агенты; команда; участники; роли;
    исполнители; oturumlar; ajanlar; ekip; takım; roller; üyeler; 会话; 会话列表; 代理; 智能体;
    团队; 团队成员; 成员; 角色; 角色分工; 人员; 参与者; 成员分工; 分工; セッション;
    エージェント; チーム; メンバー; 体制; 役割; 役割分担; 担当者; 参加者; 登場人物; 세션;
    에이전트; 팀; 팀원; 역할; 역할 분담; 참여자; 구성원; 팀 구성"""
"""Headings of lists of those who work here; the whole heading, or its words before a break."""

EXAMPLES = """example; examples; e g; template; sample; for instance; ejemplo; ejemplos;
    plantilla; exemplo; exemplos; modelo; exemple; exemples; beispiel; beispiele; vorlage;
    esempio; esempi; voorbeeld; пример; примеры; шаблон; örnek; örnekler; przykład; 示例; 例子;
    模板; 范例; サンプル; テンプレート; 예시; 템플릿"""

KEY_LISTS = """key files; main files; important files; core files; relevant files; archivos clave;
    archivos principales; arquivos principais; arquivos chave; fichiers clés; fichiers principaux;
    wichtige dateien; file principali; file chiave; belangrijke bestanden; ключевые файлы;
    основные файлы; önemli dosyalar; kluczowe pliki; 关键文件; 主要文件; 重要文件; 主要ファイル;
    重要ファイル; 주요 파일; 핵심 파일"""
"""Labels of lists that may be of somebody's own files, where each part has one of others."""

OTHER_LISTS = """deliverables; key files; relevant files; related files; main files;
    important files; files to read; archivos clave; arquivos principais; fichiers clés;
    wichtige dateien; ключевые файлы; 关键文件; 相关文件; 重要文件; 主要ファイル; 関連ファイル;
    주요 파일; 관련 파일; deliverable; outputs; output; creates; created; files created;
    new files; to create; produces; produced; changes; changed; files changed; files modified;
    modified files; inputs; consumes; reads; references; reference; reading list; must read;
    required reading; see also; context; tests run; test plan; verification; verify; commands;
    dependencies; depends on; imports; completed; done; history; log; changelog; progress;
    status; next steps; tasks; todo; to do; todos; backlog; current tasks; active tasks;
    known issues; issues; bugs; blockers; acceptance criteria; definition of done;
    success criteria; entregables; crea; entradas; tareas; referencias; completado; entregas;
    cria; tarefas; referências; concluído; livrables; crée; tâches; références; terminé;
    ergebnisse; erstellt; aufgaben; referenzen; erledigt; attività; riferimenti; completato;
    результаты; создаёт; задачи; ссылки; готово; çıktılar; görevler; tamamlandı; 交付物; 产出;
    创建; 任务; 参考; 已完成; 待办; 成果物; 作成; タスク; 参考; 完了; 산출물; 생성; 작업; 할 일;
    참고; 완료"""
"""Headings and labels of lists of files that say nothing of whose they are."""

OWN_VERBS = """owns; stay inside; stay within; restrict yourself to; restrict edits to;
    limit yourself to; limit edits to; limit your changes to; keep your changes within;
    keep your changes in; keep changes within; keep edits within; confine yourself to;
    bleib in; bleibe in; quédate en; limítate a; reste dans; limite-toi à; fique em;
    limite-se a; resta in; limitati a; ne touche que; n'édites que; ne modifies que;
    must stay within; must stay in; must stay inside; stays within; stays in;
    sticks to; keeps to; is limited to; is confined to; works within; works inside;
    works only inside; work only inside; works only within; works exclusively inside;
    stays inside; writes only; writes only to; claims exclusive write in;
    claims exclusive ownership of; has exclusive write in; owns only; owns the; own; looks after;
    takes care of; is accountable for;
    is the owner of; is owner of; is the sole owner of; has exclusive ownership of;
    has ownership of; takes ownership of; is responsible for; are responsible for;
    is in charge of; maintains; edits only; only edits; works only in; works only on;
    works exclusively in; works exclusively on; only works in; only works on; only touches;
    touches only; may only edit; may only touch; can only edit; can only modify; must only edit;
    exclusively owns; solely owns; has exclusive write access to; has write access to;
    es dueño de; es dueña de; es propietario de; es responsable de; posee; se encarga de;
    se ocupa de;
    está a cargo de; solo edita; sólo edita; solo puede editar; sólo puede editar;
    solo trabaja en; trabaja solo en; trabaja únicamente en; é dono de; é dona de; é dono do;
    é responsável por; fica responsável por; toma conta de; é responsável pelo; é responsável pela;
    é responsável pelos;
    é responsável pelas; possui; cuida de; só edita; edita apenas; trabalha apenas em;
    só pode editar; fica com; possède; est propriétaire de; est responsable de;
    est responsable du; est responsable des; est chargé de; prend en charge; s'occupe de;
    s'occupe du; s'occupe des;
    ne modifie que;
    peut modifier uniquement; travaille uniquement dans; travaille uniquement sur; gère;
    a la charge de;
    besitzt; ist verantwortlich für; ist zuständig für; ist eigentümer von; bearbeitet nur;
    bearbeitet ausschließlich; arbeitet nur in; arbeitet ausschließlich in; darf nur;
    verantwortet; betreut; kümmert sich um; schreibt nur in; arbeitet nur an; ändert nur; possiede;
    è responsabile di; è proprietario di; si occupa di; si prende cura di;
    modifica solo; lavora solo in; può modificare solo; is eigenaar van;
    is verantwoordelijk voor; zorgt voor; bezit; beheert; odpowiada za; zajmuje się; opiekuje się;
    владеет; отвечает за; является владельцем;
    занимается; редактирует только; работает только в; работает только с; ведёт"""
"""What stands between a name and the paths that are its own."""

WORK_VERBS = """takes; has; works on; works in; arbeitet in; travaille dans; lavora in; werkt in;
    работает в; trabaja en; trabalha em; travaille sur;
    arbeitet an; lavora su; werkt aan; pracuje nad; работает над; takes over; handles; covers;
    manages; will take; will handle;
    assume; cuida de; prend; übernimmt; macht;
    prende; cura; gestisce; neemt; берёт; ведёт; bierze; alır"""
"""The same where it is told who does what."""

OWN_VERBS_GLUED = """负责维护; 负责; 拥有; 独占; 只能修改; 只能编辑; 只修改; 仅修改; 只写; 只改;
    只负责; 負責; 擁有"""
"""The same where words are not parted by spaces."""

OWN_VERBS_LAST = """担当; 所有; 編集; のみ; だけ; が担当; を担当; 담당; 소유; 수정; sahibidir;
    sahiptir; sorumludur; sorumlusudur; sorumlu"""
"""What stands after the paths, in languages whose verb comes last."""

OWNED_BY = """is owned by; are owned by; owned by; belongs to; belong to; belongs exclusively to;
    is maintained by; are maintained by; is the responsibility of; are the responsibility of;
    is assigned to; are assigned to; is reserved for; are reserved for; pertenece a;
    pertenecen a; es propiedad de; es de; son de; es responsabilidad de; está a cargo de;
    están a cargo de; pertence a; pertencem a; é de; são de; é responsabilidade de;
    é propriedade de; appartient à; appartiennent à; est géré par; sont gérés par; est à; sont à;
    relève de; gehört; gehören; ist eigentum von; wird betreut von; liegt bei; appartiene a;
    appartengono a; è di; sono di; behoort tot; hoort bij; принадлежит; принадлежат;
    закреплён за; закреплена за; закреплены за; целиком за; полностью за; остаётся за; остаются за;
    thuộc về; milik; należy do; należą do; tilhører; tillhör; 由; 归; 属于; 属於"""
"""What stands between paths and the name whose they are."""

OWNED_BY_KNOWN = """is of; are of; é do; é da; são do; são da; são dos; fica com; ficam com; es del;
    son del; es de la; son de la; lleva; est du; est de; sont de; sont du; è del; è della;
    sono del; ist von; sind von; ist bei; sind bei; is van; zijn van; за; у; của"""
"""The same where only the name of a known session makes it one of owning."""

OUTRIGHT = """owns; owned; own; owner writes; exclusive; exclusively; exclusive files;
    exclusive write; file ownership; ownership; posee; propios; archivos asignados;
    carpetas asignadas; possui; próprios; arquivos próprios; arquivos atribuídos; possède;
    fichiers attribués; besitzt; eigene dateien; exklusiv; exklusive dateien; possiede;
    file di competenza; владеет; свои файлы; sahip; 拥有; 专属; 独占; 负责文件; 所有ファイル;
    担当ファイル; 担当範囲; 소유 파일; 담당 파일; 전담 파일"""
"""Labels that say outright that what follows is somebody's own."""

YOU = """you; your; tú; usted; tu; você; vous; du; sie; ты; вы; sen; siz; bạn; kamu; 你; 您;
    あなた; 당신; 너"""

ME = """i; me; ich; yo; eu; je; io; ik; я; jag; jeg; tôi; saya; 我; 私; 僕; 나; 저"""

OWNER_WORDS = """owner; owned by; owner is; primary owner; lead; responsible; assigned to;
    assignee; in charge; dueño; dueña; propietario; responsable; a cargo de; dono; dona;
    responsável; proprietário; propriétaire; verantwortlich; zuständig; besitzer; eigentümer;
    responsabile; proprietario; eigenaar; владелец; ответственный; отвечает; sahibi; sorumlu;
    właściciel; 负责人; 负责; 所有者; 責任者; 担当; 担当者; 負責人; 담당자; 담당; 소유자"""
"""What stands before the name of an owner, in brackets or a comment."""

OWNER_WORDS_LAST = """担当; の担当; が担当; 担当分; 担当ファイル; 負責; 负责; 所有; 담당;
    담당 파일; 소유; 전담; owns"""
"""What stands after it."""
