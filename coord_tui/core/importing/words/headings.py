"""The words of headings: those that ask for tasks, that say that none follow, that name rounds.

A phrase stands as `phrases.said` spells it: lower case, no signs, one space between two words.
"""

ASKING = """
    task; tasks; subtasks; todo; todos; to do; backlog; roadmap; open items; work items;
    work item; work packages; action items; actions; assignments; task assignments; task list;
    task board; board; kanban; sprint; work breakdown; breakdown; wbs; divisão de trabalho;
    desglose; workstreams; work streams; tickets; user stories; stories; issues to fix;
    pending work; remaining work; open work; active work; current work; planned work; next up;
    up next; work plan; work queue; queue of work; queue; recovered queue; task queue;
    cola; cola de trabajo; fila de trabalho; coda; coda di lavoro; coda recuperata;
    file d attente; warteschlange; очередь; kolejka; kuyruk; 队列; キュー; 큐; 대기열;
    implementation plan; execution plan;
    high priority; low priority; medium priority; critical path; features to build; bugs to fix;
    assigned work; what to build; work log of tasks; tarea; tareas; pendientes; asignaciones;
    hoja de ruta; prioridad; alta prioridad; baja prioridad; media prioridad; por hacer; tarefa;
    tarefas; pendências; roteiro; atribuições; divisão de tarefas;
    responsabilidades por questão; tâche; tâches; à faire; feuille de route;
    répartition des tâches; aufgabe; aufgaben; aufgabenliste; fahrplan; offene punkte;
    arbeitspakete; compiti; attività; da fare; taken; takenlijst; te doen; задача; задачи;
    список задач; дорожная карта; план работ; бэклог; görev; görevler; yapılacaklar;
    yol haritası; zadanie; zadania; do zrobienia; plan prac; tugas; nhiệm vụ; công việc;
    danh sách công việc; pekerjaan; งาน; ภารกิจ; завдання; úkoly; uppgifter; opgaver; oppgaver;
    feladatok; sarcini; tehtävät; المهام; işler; iş listesi; açık işler; kalan işler;
    yapılacak işler; offene aufgaben; offene arbeiten; travaux restants; trabajo pendiente;
    trabalho pendente; lavori aperti; openstaande taken; openstaand werk; оставшиеся задачи;
    otwarte zadania; việc cần làm; task distribution;
    task allocation; task split; task division; work split; work division; work distribution;
    division of work; division of labor; distribution of work; distribution of tasks;
    tasks by person; distribución de tareas; distribución del trabajo; reparto de tareas;
    división de tareas; distribuição de tarefas; répartition du travail; aufgabenverteilung;
    aufgabenteilung; suddivisione dei compiti; taakverdeling; распределение задач;
    görev dağılımı; podział zadań; phân công; phân công công việc; pembagian tugas; 任务分工;
    工作分工; タスク分担; 作業分担; 작업 분담; 업무 분담; 任务; 任務; 任务列表; 任务分配;
    任务清单; 待办; 待办事项; 路线图; 工作项; タスク; タスク一覧; 作業一覧; 課題; やること;
    ロードマップ; 残作業; 작업 목록; 작업목록; 작업; 할 일; 할일; 태스크; 로드맵; 업무 목록;
    과제"""
"""Headings under which a list is a list of tasks."""

CLOSED = """
    checklist; matrix; criteria; criterion; definition; definitions; done when; done criteria;
    acceptance; protocol; protocols; workflow; workflows; rule; rules; guideline; guidelines;
    goal; goals; objective; objectives; metric; metrics; kpi; success; legend; key; convention;
    conventions; communication; how to; how; example; examples; template; templates; sample;
    question; questions; risk; risks; decision; decisions; changelog; change log; changes log;
    log; history; note; notes; pre merge; pre commit; before; after; when; if; while; during;
    blocker; blockers; escalation; environment; setup; set up; installation; usage; commands;
    command; reference; references; glossary; process; procedure; procedures; instructions;
    principles; policy; policies; philosophy; background; overview; context; summary;
    introduction; purpose; requirements; requirement; prerequisites; constraints; assumptions;
    best practices; tips; troubleshooting; faq; contact; contacts; tools; structure;
    architecture; stack; interface; interfaces; contract; contracts; api; ownership; owns;
    owned; file ownership; shared files; files; file; paths; branch; branches; branching; roles;
    role; team; roster; responsibilities; responsibility; scope; non goals; claiming;
    completing; starting; finishing; checking; onboarding; cold start; startup; review gates;
    quality gates; gates; gate; verification; validation; deliverables; output; outputs;
    outcome; outcomes; findings; lessons; learnings; feedback; discussion; discussions; standup;
    meeting; meetings; sync; announcements; messages; handoff; handoffs; handover; conflict;
    conflicts; conflict resolution; merge order; merge queue; integration order; key features;
    core features; tech; design; dependencies; dependency graph; types of tasks; task types;
    kinds of tasks; exit criteria; status values; status legend; statuses; orchestration;
    orchestrator; release notes; feedback loop; retrospective; retro; cadence; rituals;
    checkpoint; checkpoints; daily routine; 检查点; 反馈; 复盘; 回顾; 振り返り; 회고; type;
    types; kind; kinds; tipo; tipos; not tasks; non tasks; what works; what is broken;
    current state; known issues; known limitations; limits; out of scope; rollback; security;
    emergency; support; criterios; criterio; reglas; regla; protocolo; flujo; objetivo;
    objetivos; métricas; leyenda; ejemplo; ejemplos; preguntas; riesgos; decisiones; historial;
    registro; bitácora; notas; antes; después; cuando; si; entorno; instalación; resumen;
    contexto; estructura; propiedad; responsabilidades; tipo de tareas; tipos de tareas;
    convenciones; comunicación; checklist de; lista de verificación; critérios; regras; fluxo;
    metas; legenda; exemplo; perguntas; riscos; decisões; histórico; observações; depois;
    quando; ambiente; estrutura; propriedade; convenções; comunicação; princípio; contratos;
    situação; ordem de integração; critères; règles; flux; objectifs; légende; exemple;
    questions ouvertes; risques; décisions; historique; avant; après; quand; environnement;
    propriété; kriterien; regeln; ablauf; ziele; ziel; beispiel; fragen; risiken;
    entscheidungen; verlauf; vor; nach; wenn; umgebung; struktur; konventionen; kommunikation;
    criteri; regole; obiettivi; esempio; domande; rischi; decisioni; prima; dopo; критерии;
    правила; правило; протокол; процесс; цели; цель; пример; вопросы; риски; решения; история;
    журнал; заметки; до; после; перед; окружение; структура; kurallar; hedefler; örnek; sorular;
    riskler; kararlar; geçmiş; notlar; önce; sonra; zasady; cele; przykład; pytania; ryzyka;
    decyzje; historia; notatki; przed; po; 验收标准; 验收; 标准; 规则; 协议; 流程; 目标; 指标;
    图例; 示例; 问题; 风险; 决策; 日志; 变更日志; 备注; 说明; 检查清单; 环境; 结构; 约定; 沟通;
    完了条件; 受け入れ条件; ルール; 目的; 目標; 例; 質問; リスク; 決定; ログ; 履歴; 注意; 備考;
    環境; 構造; 手順; フロー; チェックリスト; 凡例; 担当ファイル; 全体構造; 완료 조건;
    완료 기준; 규칙; 프로토콜; 목표; 목적; 예시; 질문; 위험; 결정; 로그; 기록; 참고; 환경; 구조;
    절차; 체크리스트; 범례; 협의 필요"""
"""Headings under which a list is anything but tasks, even when it has boxes."""

ELSEWHERE = """
    decision; decisions; risk; risks; question; questions; blocker; blockers; history;
    changelog; change log; log; status log; example; examples; template; templates; sample;
    legend; glossary; faq; test case; test cases; test plan; test matrix; test scenarios;
    use cases; scenarios; requirement; requirements; contracts; interfaces; endpoints; findings;
    lessons; troubleshooting; protocol; protocols; workflow; workflows; procedure; procedures;
    merge queue; criteria; checklist; definition; orchestration; orchestrator; deliverables;
    roster; metrics; branches; sign off; cold start; how to; commands; контракты; контракт;
    contratos; contrats; verträge; kontrakte; 契約; decisiones; riesgos; preguntas; ejemplo;
    bitácora; decisões; riscos; perguntas; exemplo; décisions; risques; exemple; entscheidungen;
    risiken; fragen; beispiel; решения; риски; вопросы; пример; 决策; 风险; 问题; 示例; 交付物;
    決定; リスク; 質問; 例; 결정; 위험; 질문; 예시"""
"""Headings under which not even what has an id is a task."""

CHECKLISTS = """
    checklist; check list; my checklist; your checklist; deliverables; lista de verificación;
    lista de verificação; checkliste; liste de contrôle; чек лист; чеклист; 检查清单; 清单;
    チェックリスト; 체크리스트"""
"""Headings of which the boxes are somebody's tasks when nothing else in their part is one."""

ASIDE = """
    goal; objective; focus; mission; purpose; theme; summary; description; branch; base branch;
    base; worktree; role; area; domain; duration; timeline; date; dates; start; end; when;
    deadline; due; estimate; estimated; effort; time; priority; lead; team; owner; agent; agents;
    assigned to; assignee; model; tool; tools; stack; skills; status; label; labels; parallel;
    objetivo; meta; enfoque; foco; rama; ramo; rol; papel; duración; duração; plazo; prazo;
    prioridad; prioridade; responsable; responsável; estado; objectif; branche; rôle; durée;
    priorité; responsable; ziel; fokus; schwerpunkt; zweig; rolle; dauer; frist; priorität;
    verantwortlich; obiettivo; ramo; ruolo; durata; цель; фокус; ветка; роль; срок; приоритет;
    ответственный; hedef; odak; dal; süre; cel; gałąź; 目标; 重点; 分支; 角色; 时间; 负责人;
    优先级; 目的; 目標; ブランチ; 役割; 期間; 担当; 목표; 브랜치; 역할; 기간; 담당"""
"""Labels that say something of the heading above, whatever list follows them."""

RECORDS = """
    changelog; change log; release notes; history; release history; changes; news; what s new;
    notas de versión; notes de version; versionshinweise; журнал изменений;
    更新日志; 変更履歴; 변경 이력"""
"""Titles of documents that tell what was done, in which nothing is to be done."""

GROUP_WORDS = """
    round; phase; wave; sprint; milestone; iteration; stage; week; batch; cycle; epic;
    increment; day; fase; etapa; ronda; oleada; semana; iteración; onda; rodada; iteração; étape;
    vague; semaine; jalon; itération; runde; welle; etappe; woche; meilenstein; settimana; ondata;
    ronde; golf; фаза; этап; волна; спринт; неделя; раунд; веха; aşama; faz; dalga; hafta; tur;
    faza; etap; fala; tydzień; runda; 阶段; 階段; 波次; 轮; 轮次; 冲刺; 迭代; 周; フェーズ;
    ラウンド; ウェーブ; スプリント; ステージ; 段階; 週; 단계; 라운드; 웨이브; 스프린트; 주차;
    마일스톤"""
"""What a part of a plan is called, before or after its number."""

RUNNING = """
    current this dies diese dieser diesen aktuelle aktueller laufende laufender cette ce
    actuel actuelle esta este actual atual questa questo corrente deze dit huidige текущий
    текущая текущее эта этой этот этом bu ten ta tym tego bieżący bieżąca obecny"""
"""What stands before or after the word for a round that runs: `this week`, `sprint actuel`."""

OTHER_TIMES = """
    next previous last upcoming past nächste nächster nächsten kommende kommender letzte
    letzter vorige prochain prochaine suivant suivante dernier dernière passé passée próximo
    próxima siguiente pasado pasada anterior seguinte passado passada prossimo prossima scorsa
    scorso volgende vorige afgelopen следующий следующая следующее следующей прошлая прошлый
    прошлой gelecek sonraki geçen następny następna następnym zeszły przyszły przyszły"""
"""The same of a round that does not run: `next week`, `semaine prochaine`."""

THIS_GLUED = "本周; 这周; 今週; 이번 주; 이번주; 이번 스프린트; 本迭代; 今回のスプリント"
OTHER_GLUED = (
    "下周; 上周; 来週; 先週; 다음 주; 다음주; 지난주; 다음 스프린트; 下一阶段; 次のスプリント"
)

CURRENT_WORDS = """
    now; current; currently; active; in progress; ongoing; this sprint; this week; we are here;
    actual; ahora; en curso; en progreso; atual; agora; em andamento; maintenant; en cours;
    actuel; jetzt; aktuell; laufend; ora; in corso; attuale; nu; huidig; сейчас; текущий; текущая;
    текущее; в работе; şimdi; şu an; devam ediyor; teraz; obecna; w toku; 当前; 現在; 进行中;
    進行中; 本周; 今; 今回; 현재; 진행 중; 진행중; 이번"""
"""What is said of the part that is worked on."""
