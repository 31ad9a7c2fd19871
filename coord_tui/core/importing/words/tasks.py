"""The words by which people name tasks and say what waits for what, in many languages.

A phrase stands as `phrases.said` spells it: lower case, no signs, one space between two words.
"""

TASK_WORDS = """
    task; epic; subtask; story; ticket; issue; work item; work package; item; feature; bead; todo;
    job; tarea; tarefa; tâche; aufgabe; compito; taak; задача; görev; zadanie; questão; 任务;
    任務; タスク; 課題; 작업; 태스크"""
"""What stands before the id of a task."""

STREAM_WORDS = """
    workstream; work stream; stream; track; lane"""
"""What is a task and whoever works on it, in one."""

TITLE_WORDS = """
    task; tasks; feature; features; title; work item; item; story; user story; deliverable;
    to do; todo; subtask; work package; task name; task title; work; assignment; tarea; tareas;
    título; funcionalidad; tarefa; tarefas; funcionalidade; tâche; tâches; titre;
    fonctionnalité; aufgabe; aufgaben; titel; compito; attività; titolo; taak; taken; задача;
    задачи; görev; görevler; zadanie; zadania; tytuł; tugas; 任务; 任務; 标题; 功能; 事项;
    工作项; 工作内容; 任务描述; 任务名称; タスク; タスク名; 作業; 作業内容; 課題; 件名; 機能;
    작업; 작업명; 태스크; 제목; 기능; 할 일; 과제; 업무; 스토리; 작업 내용; ストーリー;
    用户故事; история; nhiệm vụ; công việc; nội dung công việc; tugas; pekerjaan; kegiatan; งาน;
    ภารกิจ; завдання; úkol; úkoly; uppgift; uppgifter; opgave; opgaver; oppgave; feladat;
    sarcină; المهمة; المهام; कार्य"""
"""What the column of titles is called."""

WEAK_TITLE_WORDS = """
    item; title; work; título; titre; titel; titolo; feature; features; tytuł; 标题; 제목; 件名;
    tasks"""
"""Those of them that other tables have, too."""

MEASURE_WORDS = """
    time; hours; hour; hrs; h; min; minutes; est; estimate; estimated; effort; duration; when;
    block; slot; time slot; eta; due; deadline; size; points; story points; complexity;
    priority; start; end; done when; acceptance; criteria; definition of done; dod;
    verification; verify; output; outputs; deliverable; deliverables; result; expected result;
    tiempo; horas; estimación; esfuerzo; plazo; duración; entregable; criterio; prioridad;
    resultado; tempo; prazo; estimativa; esforço; duração; entregável; prioridade; temps; durée;
    estimation; échéance; livrable; priorité; résultat; zeit; dauer; aufwand; stunden; frist;
    termin; ergebnis; fertig wenn; priorität; durata; stima; scadenza; risultato; duur; tijd;
    время; часы; оценка; срок; результат; приоритет; süre; saat; öncelik; czas; termin; wynik;
    时间; 工时; 预计; 截止; 交付物; 产出; 优先级; 验收标准; 完成标准; 時間; 工数; 期限; 成果物;
    優先度; 完了条件; 시간; 예상 시간; 기한; 마감; 산출물; 우선순위; 완료 조건; 완료 기준"""
"""What columns beside a piece of work are called: how long, until when, what shows its end."""

ABOUT_GROUP = """
    goal; goals; objective; duration; timeline; focus; exit criteria; exit; deliverable;
    deliverables; milestone; note; notes; risk; risks; outcome; success criteria; acceptance;
    acceptance criteria; gate; priority; effort; estimate; lead; team; agents; owners; scope;
    when; start; end; dates; date; due; deadline; branch; dependencies; parallel; sequential;
    objetivo; duración; duração; nota; ziel; dauer; objectif; durée; цель; срок; hedef; 目标;
    目標; 目的; 기간; 목표"""
"""Labels of points that say something of a round or phase."""

AFTER_WORDS = """
    depends on; depend on; depends; depends upon; dependent on; dependency; dependencies; deps; dep;
    blocked by; blocked on; is blocked by; requires; require; prerequisite; prerequisites;
    prereqs; prereq; needs; need; waits for; wait for; waits on; waiting for; waiting on; after;
    starts after; start after; runs after; comes after; follows; must follow; not before;
    builds on; once; depende de; dependencias; dependencia; bloqueado por; bloqueada por;
    requiere; después de; espera a; dependências; dependência; requer; depois de; aguarda;
    dépend de; dépendances; dépendance; bloqué par; bloquée par; nécessite; après; attend;
    hängt ab von; abhängig von; abhängigkeit; abhängigkeiten; blockiert durch; benötigt; nach;
    wartet auf; dipende da; dipendenze; bloccato da; richiede; dopo; afhankelijk van; wacht op;
    na; зависит от; зависит; зависимости; зависимость; заблокировано; требует; после; ждёт; ждет;
    bağımlılık; bağımlılıklar; bağlı; zależy od; zależności; wymaga; po; czeka na; 依赖; 依賴;
    前置; 前置任务; 前置条件; 依赖项; 等待; 依存; 依存関係; 前提; 前提タスク; 의존; 의존성; 선행;
    선행 작업; phụ thuộc; phụ thuộc vào; sau khi"""
"""What says that one waits for another."""

BEFORE_WORDS = """
    blocks; block; unblocks; unlocks; enables; required by; needed by; is required by;
    must precede; precedes; before; gates; feeds; feeds into; bloquea; desbloquea; antes de;
    bloqueia; desbloqueia; bloque; débloque; avant; blockiert; vor; blocca; sblocca; prima di;
    blokkeert; блокирует; разблокирует; до; перед; engeller; blokuje; przed; 阻塞; 后续任务;
    ブロック; 後続; 차단; 후행"""
"""What says that another waits for it."""

SOFT_WORDS = """
    enhances; improves; extends; helps; nice to have after; soft dependency; soft dependencies;
    soft depends on; soft; optional dependency; optionally after; mejora; melhora; améliore;
    verbessert; migliora; улучшает; geliştirir; ulepsza; 增强; 強化; 향상"""
"""`enhances` and its like: the task makes another one better."""

OTHER_LINK_WORDS = """
    parallel; related; see; see also; ref; refs; reference; references; conflict; conflicts;
    parent; epic; story; subtasks; children; replaces; supersedes; superseded; duplicate;
    duplicates; covers; tests; tested; reviews; siblings; together; paralelo; paralela; parallèle;
    paralel; równolegle; параллельно; связанные; связано; relacionado; relacionada; relacionadas;
    lié; liée; siehe; verwandt; konflikt; correlato; 并行; 平行; 並行; 並列; 相关; 関連; 병렬;
    병행; 관련; 冲突; 父任务"""
"""What says that one has to do with another, and neither waits."""

NOTHING = """
    none; no; nothing; n a; na; nil; null; tbd; tba; independent; no dependencies; no dependency;
    not applicable; standalone; nobody; ninguno; ninguna; nada; nenhum; nenhuma; aucun; aucune;
    rien; keine; keiner; nichts; nessuno; nessuna; niente; geen; нет; ничего; yok; brak; 无; 無;
    なし; 없음; start immediately; can start now; can start anytime; can start immediately"""
"""What says that there is nothing to wait for."""

ALL_WORDS = """
    all; everything; all tasks; all other tasks; all others; everyone; all of the above;
    all above; all previous; all previous tasks; all prior tasks; all other; every other task;
    all workstreams; todos; todas; todo; tudo; tous; toutes; tout; alle; alles; tutti; tutte; все;
    всё; все выше; всё выше; alles oben; todo lo anterior; hepsi; tümü; wszystkie; 全部; 所有;
    すべて; 全て; 모두; 전부"""
"""What says that all tasks are meant."""
