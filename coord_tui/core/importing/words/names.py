"""The words by which a name is told from other words, in many languages; all in lower case."""

from coord_tui.core.importing.phrases import wordlist


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(each.split()) for each in text.split(";"))


NOBODY_WORDS = _phrases(""";  tbd; tbc; tba; todo; none; none yet; nobody; no one; unassigned;
    not assigned; open; na; n a; agent x; session x; any; vacant; available; unclaimed; free;
    pending; you; your name; yourname; yourself; name; agent name; session name; unknown;
    somebody; someone; whoever; first available; next available; nadie; ninguno; ninguna;
    sin asignar; por asignar; por definir; ninguém; nenhum; nenhuma; sem dono; a definir;
    não atribuído; personne; aucun; non attribué; à définir; niemand; keiner; offen;
    nicht zugewiesen; nessuno; da definire; non assegnato; niet toegewezen; никто; нет;
    не назначен; свободно; kimse; yok; atanmamış; boş; nikt; brak; nieprzypisane; 无; 未分配;
    待定; 暂无; 没有; 無; 未定; なし; 未割当; 未割り当て; 誰も; 없음; 미정; 미배정; 미할당; xxx;
    released; liberado; liberada; libéré; freigegeben; rilasciato; 已释放; 解放済み; x; external;
    vendor; generated; auto generated; nothing""")
"""What stands where a name would, and is nobody's."""

EVERYBODY = _phrases("""all; all of us; everyone; everybody; shared; both; anyone; team; the team;
    all agents; all sessions; both agents; both sessions; all team; whole team; entire team;
    either; either agent; either session; common; joint; jointly; jointly owned; co owned;
    all hands; together; any agent; any session; everyone else; all workers; all developers;
    all members; collective; multi owner; shared ownership; coordinated; coordinate; todos;
    todas; todo el equipo; ambos; ambas; compartido; compartida; compartidos; equipo;
    equipo completo; compartilhado; compartilhada; toda a equipe; equipe; tous; toutes; nous tous;
    tout le monde; les deux; partagé; commun; toute l équipe; alle; allen; uns allen; beiden;
    jeder; beide; geteilt; gemeinsam;
    team gesamt; tutti; entrambi; condiviso; condivisi; comune; iedereen; gedeeld; gezamenlijk;
    все; всем; всех; оба; общий; общее; общая; общие; совместно; вся команда; herkes; ortak;
    paylaşılan;
    ikisi; ikimiz; ikisi de; her ikisi; hepsi; hepimiz; tüm ekip; wszyscy; wszystkich;
    wszystkim; wszystkie; wspólne; oba; 所有人; 全员; 大家;
    共享; 共同; 共用; 共管; 公共; 双方; 全体; 全部; 共有; 全員; 両方; 共通; 共同所有;
    multiple; various;
    several; varios; varias;
    vários; várias; plusieurs; mehrere; diversi; несколько; birden fazla; 复数; 多人; 多方; 多个;
    複数; 複数関与; 複数人; 여러 명; 다수; los tres; los dos;
    de los tres; de los dos; as duas; os dois; os três; les trois; tous les trois; tous les deux;
    alle drei; alle vier; all three; all four; tutti e tre; все трое; все вместе; вместе; ensemble;
    zusammen; juntos; insieme; samen; birlikte; razem; 三人; 两人; 二人; 一緒; 함께;
    같이; 모두; 공동; 공유; 전체; 공용; 공통; 다같이; 전원; both of us; the two of us; wir beide;
    wir alle; nosotros dos; nosotras dos; nous deux; noi due; entrambe; nós dois; wij allebei;
    allebei; мы оба; мы все; obaj; obie; oboje; cả hai; keduanya; båda; begge; 둘 다; 二人とも;
    我们俩; 两个人""")

PRODUCTS = wordlist("""claude codex gemini copilot cursor chatgpt gpt opus sonnet haiku windsurf
    devin aider cline grok deepseek qwen kimi llama antigravity jules kiro amp roo mistral
    openhands opencode goose augment bolt v0 lovable manus trae codeium tabnine replit zed warp
    openclaw perplexity""")
"""Agents that bear these names; only the names of sessions are compared with them."""

PRODUCT_EXTRAS = wordlist(
    """agent session code cli instance ai bot model assistant opus sonnet haiku pro flash"""
)

AGENTS = wordlist("""agent agents bot ai assistant llm subagent agente agentes ia agenten ki
    агент бот ии ajan yapay 代理 智能体 エージェント 에이전트 assistente asistente""")
"""A name with one of these words is an agent's."""

PEOPLE = wordlist(
    "human humano humana humain mensch umano человек insan 人类 人間 사람 user maintainer"
)

NUMBERED = wordlist("""agent session worker developer dev engineer instance terminal window tab
    stream workstream lane track person member team squad pod group thread coder builder bot
    claude codex gemini student partner teammate agente sesión sesion sessão sessao desarrollador
    desenvolvedor trabajador persona pessoa membro miembro integrante equipo equipe estudiante
    aluno développeuse personne desarrolladora desenvolvedora terminal séance développeur
    travailleur membre équipe étudiant sitzung entwickler arbeiter mitglied sessione sviluppatore
    persona
    membro агент сессия разработчик участник исполнитель команда oturum ajan geliştirici üye ekip
    человек студент напарник товарищ тиммейт программист kişi öğrenci osoba człowiek student
    programista członek người thành viên orang anggota mahasiswa persoon lid ontwikkelaar utvecklare
    medlem udvikler kehittäjä jäsen člen vývojář fejlesztő tag dezvoltator membru άτομο μέλος
    شخص الشخص عضو المطور אדם חבר 会话 代理 智能体 开发者 成员 队员 组员
    窗口 终端 线程 员工 同学 セッション エージェント 開発者 メンバー 担当 ターミナル 세션 에이전트
    개발자 팀원 멤버 터미널 담당자""")
"""What a number or a letter makes a name of: `Agent 1`, `Session B`."""

TITLED = wordlist("""agent session worker developer dev engineer lead specialist architect team
    squad bot coder builder programmer designer tester maintainer subagent orchestrator
    coordinator integrator reviewer agente sesión desarrollador desarrolladora ingeniero
    ingeniera equipo líder sessão desenvolvedor desenvolvedora engenheiro engenheira equipe líder
    développeur ingénieur équipe entwickler entwicklerin ingenieur leitung sviluppatore ingegnere
    squadra агент разработчик инженер команда ajan ajanı geliştirici geliştiricisi mühendisi
    ekibi 개발자 팀 담당자 담당 에이전트 세션 엔지니어""")
"""What a speciality makes a name of: `Backend Agent`, `QA Lead`."""

TEAMS = wordlist("""team squad crew group equipo grupo equipe équipe groupe mannschaft gruppe
    squadra gruppo команда группа ekip ekibi takım zespół grupa tým skupina đội nhóm tim kelompok
    ploeg groep チーム グループ 팀 그룹 团队 小组 團隊""")
"""What several people together are called; a document titled so is of all of them."""

TITLED_GLUED = (
    "代理",
    "智能体",
    "开发",
    "开发者",
    "工程师",
    "エージェント",
    "エンジニア",
    "開発者",
    "에이전트",
    "개발자",
    "엔지니어",
    "팀",
    "组",
    "チーム",
    "班",
)
"""The same where words are not parted by spaces."""

TITLED_FIRST = wordlist("""agente sesión desarrollador desarrolladora ingeniero ingeniera equipo
    desenvolvedor desenvolvedora engenheiro equipe développeur ingénieur équipe sviluppatore
    ingegnere squadra разработчик агент команда responsable responsável""")
"""The same where the speciality comes last: `Agente Backend`."""

STATES = _phrases("""this session; other session; the other session; this agent; me; you; active;
    inactive; idle; done; merged; done merged; complete; completed; in progress; paused; blocked;
    current; optional; primary; secondary; new; human; agent; person; ai; tbd; read only;
    running; ready; pending; not started; offline; online; you are here; esta sesión; activo;
    activa; esta sessão; ativo; concluído; cette session; actif; terminé; diese sitzung; aktiv;
    fertig; questa sessione; attivo; эта сессия; bu oturum; 本会话; 当前会话; 进行中; 完成;
    このセッション; 本セッション; 完了; 이 세션; 완료; 진행중; owner; owns; lead""")
"""What stands in brackets after a name and is no second name of it."""

NO_NAMES = _phrases("""assignment; assignments; instructions; mission; prompt; briefing; agent;
    agents; session; sessions; worker; workers; owner; owners; team; developer; developers;
    role; roles; ownership; file; files; file ownership; path; paths; folder; folders;
    directory; overview; note; notes; rule; rules; status; protocol; shared; shared files;
    general; conventions; summary; goal; goals; scope; purpose; why; how; what; when; who;
    important; warning; example; examples; branch; branches; task; tasks; phase;
    responsibilities; responsible; communication; workflow; process; guidelines; conflict;
    conflicts; exception; testing; tests; docs; documentation; deliverables; dependencies;
    next steps; setup; context; background; legend; coordination; handoff; handoffs; boundaries;
    constraints; exceptions; default; other; others; rest; misc; everything else; code; source;
    config; configuration; root; total; description; format; template; date; repo; project;
    title; version; updated; last updated; key; table; see; details; before; after; read; write;
    edit; create; update; add; fix; do not; never; always; must; yes; no; reviewer; contributor;
    coordinate; avoid; only; exclusive; allowed; forbidden; safe areas; tests run; merge order;
    priority; step; steps; check; checks; output; input; location; work; main; branch strategy;
    tip; tips; archivos; reglas; notas; resumen; regras; arquivos; resumo; règles; fichiers;
    résumé; regeln; dateien; hinweis; regole; файлы; правила; dosyalar; kurallar; 文件; 规则;
    说明; 注意; 备注; ファイル; ルール; 注意事項; 파일; 규칙; 주의; 참고; 注""")
"""Headings and labels that are nobody's names."""


PRONOUNS = wordlist("""you i me myself tú yo usted você eu toi vous moi je du ich sie tu io ты я вы
    bạn tôi kamu saya 你 我 您 あなた 私 僕 나 저 당신 너""")
"""Who is meant stands in brackets: `You (Claude Code)`."""

ARTICLES = wordlist("""the a an who what how why when where which this these those our your my their
    der die das den ein eine wer was wie el la los las un una quién qué cómo le les une qui quoi
    il lo gli o os as um uma quem кто что как""")
"""What a heading begins with that names a thing or asks, and nobody."""

NO_PARTS = wordlist("""by of for the to with and or file files ownership rules how per in on from
    who what why is are not working coordination protocol guidelines assignments responsibilities
    tasks workflow setup instructions notes prompt prompts config configuration installation
    integration status list table matrix overview handoff rule policy roles role communication
    conflict boundaries templates template definitions recommended active multi parallel each
    every all other new между por para de com con avec pour für""")
"""Words that no name has."""

FUNCTION_WORDS = wordlist(
    "for the of and to in on by with is are it this that if or as at from not no be was will"
)
"""Words that are no name when they stand alone."""
