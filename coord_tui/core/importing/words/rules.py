"""The words by which people head rules, checks, pins and documents, in many languages.

A phrase stands in lower case. One in letters that are written without spaces (Chinese, Japanese,
Korean) counts wherever it stands, the others as whole words. `*regel` is any word that ends so,
`reglas *` any words after that one.
"""

RULE_NOUNS = """
protocol; protocols; workflow; workflows; discipline; policy; policies; rule; rules;
convention; conventions; guideline; guidelines; guidance; principle; principles; procedure;
procedures; etiquette; agreement; agreements; norms; constraints; guardrails; guard rails;
non-negotiables; gates; checklist; communication; communications; escalation; branching;
process; strategy; handoff; handoffs; handover; best practices; definition of done;
definition of ready; ways of working; conflict resolution; conflict prevention;
conflict handling; merge order; dos and donts; do's and don'ts; don'ts; dos and don'ts;
communication channels; communication patterns; communication between sessions;
commit messages; commit style; protocolo; protocolos; regla; reglas; reglas *; normas *;
regras *; règles *; regole *; flujo de trabajo; política; políticas; norma; normas; convención;
convenciones; convenção; convenções; comunicación; comunicação; acuerdos; acordos;
restricciones; buenas prácticas; boas práticas; definición de hecho; definição de pronto;
resolución de conflictos; regra; regras; fluxo de trabalho; diretrizes; directrices;
procedimiento; procedimientos; procedimento; procedimentos; règle; règles; protocole;
protocoles; flux de travail; politique; consignes; directives; procédure; procédures;
bonnes pratiques; regel; regeln; *regeln; *regel; arbeitsablauf; ablauf; protokoll; richtlinie;
richtlinien; *richtlinien; vereinbarungen; konventionen; vorgehen; kommunikation; grundsätze;
regola; regole; protocollo; flusso di lavoro; linee guida; convenzioni; procedura;
comunicazione; regels; afspraken; werkwijze; richtlijnen; правила; правило; протокол;
порядок работы; политика; соглашения; дисциплина; процесс; kurallar; kuralları; kural;
protokol; protokolü; iş akışı; politika; zasady; reguły; protokół; przepływ pracy; polityka;
规则; 規則; 协议; 協議; 规范; 規範; 约定; 約定; 流程; 工作流; 纪律; 守则; 准则; 策略; 原则;
沟通; 通信协议; 须知; ルール; 規約; 手順; プロトコル; ワークフロー; 運用; 方針; 進め方; 約束;
決まり; 규칙; 프로토콜; 워크플로; 워크플로우; 정책; 원칙; 약속; 절차; 지침; 가이드라인; 전략;
규약"""
"""The head noun of a heading over rules."""

RULE_OPENINGS = """
before you; before starting; before editing; before working; before pushing; before push;
before committing; before merging; before merge; before opening; before each; before every;
before any; before touching; while you; while working; during work; starting work; starting a;
completing work; completing a; finishing work; claiming a; after you; after each; after every;
after finishing; when you; when blocked; when done; when finished; how to use this;
how we work; how to work; how to claim; how to coordinate; how agents; if you; antes de;
después de; al terminar; cuando termines; depois de; ao terminar; quando terminar; avant de;
après; quand vous; bevor; nach dem; wenn du; wenn ihr; prima di; dopo; voordat; перед; после;
когда; przed"""
"""How a heading over rules begins when it has no such noun."""

NOTE_NOUNS = """
note; notes; important; important notes; important note; warning; warnings; caution; remember;
reminders; reminder; attention; critical; heads up; coordination; collaboration;
coordination notes; avoid; boundaries; nota; notas; notas importantes; importante; advertencia;
advertencias; atención; atenção; aviso; avisos; remarque; remarques; hinweis; hinweise;
wichtig; achtung; avvertenze; attenzione; note importanti; opmerkingen; belangrijk; важно;
внимание; примечания; notlar; önemli; dikkat; uwaga; uwagi; ważne; 注意; 注意事项; 注意事項;
重要; 备注; 備考; 留意; 주의; 주의사항; 주의 사항; 중요; 참고"""
"""A heading under which sentences may be rules."""

NO_RULES = """
log; logs; history; status; progress; changelog; example; examples; template; templates; done;
completed; backlog; tasks; roadmap; milestones; metrics; goals; questions; architecture;
overview; structure; registro; historial; ejemplo; ejemplos; exemplo; exemplos; tareas;
tarefas; histórico; exemple; exemples; verlauf; beispiel; beispiele; aufgaben; storico;
esempio; журнал; история; пример; 日志; 示例; 历史; 進捗; ログ; 例; 로그; 예시; 이력; problem;
problem statement; background; context; summary; description; current state; starting state;
bugs; known issues; issues; decisions; review; results; findings; inventory; scope;
out of scope; ergebnis; entscheidungen; umfang; grenzen; decisiones; decisões; décisions;
решения; баги; alcance; escopo"""
"""A heading under which there are none, whatever else it says."""

MODALS = """
must; must not; mustn't; never; always; do not; don't; may only; only edit; only modify;
may not; cannot; required; mandatory; forbidden; prohibited; not allowed; read-only;
coordinate first; coordinate before; ask first; ask before; before editing; before changing;
before touching; before merging; before pushing; before modifying; without asking;
without coordination; owner first; owners first; keep; only if; should; no new; no direct;
works only; work only;
is protected; is immutable; remain unchanged; coordinate; nunca; debe; deben; no editar;
no tocar; no modificar; antes de; avisar; sin avisar; obligatorio; deve; devem; não editar;
não mexer; não modificar; obrigatório; jamais; doit; doivent; ne pas; avant de; obligatoire;
niemals; nie; muss; müssen; darf; dürfen; prima di; devono; non modificare; solo se; nooit;
altijd; moet; никогда; нельзя; должен; должны; только; запрещено; не трогать; asla; her zaman;
nigdy; zawsze; musi; przed; 必须; 不要; 禁止; 不得; 不能; 只能; 务必; 请勿; 必須;
してはいけない; してください; すること; 禁じ; のみ; 前に; 하지 마; 금지; 반드시; 항상; 해야;
읽기 전용; 먼저; 만 수정; 하지 말; nicht ändern; nicht bearbeiten; nicht anfassen;
nicht verändern; nur nach absprache"""
"""What makes a sentence a rule."""

BRACKETED = """
do not; don't; never; must; ask; ask first; without asking; coordinate; coordinate before;
coordinate first; announce; before editing; before changing; before touching; no edits;
read-only; read only; off limits; hands off; no swarm; no editar; no tocar; sin avisar;
antes de editar; coordinar; não editar; não mexer; sem avisar; coordenar; ne pas;
sans demander; nicht ändern; nicht bearbeiten; nur lesen; absprechen; non modificare;
sola lettura; не трогать; не менять; только чтение; согласовать; dokunma; nie dotykać; 禁止;
不要; 只读; 先沟通; 協調; 触らない; 変更禁止; 要相談; 금지; 읽기 전용; 먼저 상의"""
"""What makes words in the brackets of a heading a rule about what stands under it."""

CHECK_WORDS = """
verify; verification; validate; validation; check; checks; test; tests; testing; gate; gates;
ci; lint; pass; passes; must pass; quality; checklist; before pushing; before merging;
before commit; before committing; pre-merge; pre-commit; pre-push; done when;
definition of done; acceptance; clean; green; verificar; verificación; verificação; validar;
prueba; pruebas; probar; comprobar; comprobaciones; testes; testar; vérifier; vérification;
tester; prüfen; prüfung; prüfungen; testen; validieren; verifica; verificare; controlli;
controleren; проверка; проверки; проверить; тесты; тест; doğrula; testler; sprawdź; testy;
验证; 驗證; 检查; 檢查; 测试; 測試; 校验; 検証; 確認; テスト; チェック; 검증; 테스트; 확인;
검사"""
"""What is said around a command that is a check."""

RUN_WORDS = """
run; runs; command; commands; ejecutar; executar; rodar; exécuter; ausführen; eseguire;
uitvoeren; запустить; запускать; çalıştır; uruchom; 运行; 実行; 실행"""
"""What is said around a command that is to be run, whatever for."""

GATE_WORDS = """
gate; gates; gating; must pass; required; mandatory; mergeable; before merge; before merging;
before pushing; before push; before committing; before commit; before opening; pre-merge;
pre-commit; pre-push; merge checklist; pr checklist; definition of done; done when; acceptance;
blocking; blocks merge; ci must; obligatorio; obligatorios; antes de; obligatoire; avant de;
pflicht; vor dem; bevor; obrigatório; prima di; обязательно; перед; zorunlu; przed; 必须通过;
合并前; 提交前; 必須; マージ前; コミット前; 필수; 머지 전; 커밋 전; 병합 전"""
"""What makes a check a gate."""

REPORT_WORDS = """
passed; passing; fixed; failed; failing; known issue; exit 0; pasó; passou; passé; bestanden;
прошли; 通过了; 通過; 통과; 완료"""
"""What is said of a check that ran: a report, no order."""

PIN_WORDS = """
pin; pins; pinned; pinning; pinned versions; pinned tools; pinned cli versions; version lock;
version locks; locked versions; tool versions; toolchain; toolchain versions;
required versions; version requirements; version matrix; versiones fijadas; versiones;
versões fixas; versões; versions figées; versionen; feste versionen; versioni;
закреплённые версии; версии; sürümler; wersje; 版本锁定; 固定版本; 工具版本; バージョン固定;
バージョン; 버전 고정; 도구 버전"""
"""A heading over tools whose versions matter."""

DOCUMENT_WORDS = """
canonical; source of truth; sources of truth; authoritative; authoritative docs;
reference docs; reference documents; key docs; key documents; docs to keep; documents to keep;
documentation index; living docs; living documents; required reading; must read; design docs;
canónico; canónicos; canónica; documentos de referencia; fuente de verdad;
documentos canônicos; canônicos; fonte da verdade; documents de référence; source de vérité;
maßgeblich; maßgebliche dokumente; referenzdokumente; documenti di riferimento;
fonte di verità; канонические; источник истины; 权威文档; 规范文档; 参考文档; 基准文档; 正本;
正式文書; 参照ドキュメント; 기준 문서; 정본; 참조 문서"""
"""A heading over canonical documents, or the label of one."""

PROJECT_WORDS = """
repo; repository; project; project name; repo name; repository name; proyecto; repositorio;
projeto; repositório; projet; dépôt; projekt; repositorium; progetto; repository git; проект;
репозиторий; proje; depo; repozytorium; 项目; 项目名称; 仓库; プロジェクト; プロジェクト名;
リポジトリ; 프로젝트; 프로젝트명; 저장소"""
"""The label of the project's name."""
