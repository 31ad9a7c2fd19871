"""The words by which people head the columns of tables, in many languages.

A phrase stands in lower case, as `columns.said` spells it: no signs, one space between two words.
"""

COLUMN_WORDS: dict[str, str] = {
    "session": """session; sessions; người; kişi; orang; osoba; persoon; pessoas; personas;
        mensch; agent; agents; worker; workers; developer; developers; dev; member; team member;
        teammate; person; people; who; name; engineer; contributor; coder; llm; ai; instance;
        terminal; tab; window; workstream; stream; lane; track; thread; agent name;
        session name; agent id; session id; ai agent; coding agent; assistant; bot; participant;
        actor; squad; team; pod; department; departments; abteilung; departamento; 部署; 部門; 部门;
        부서; sesion; sesión; agente; desarrollador; desarrolladora; miembro;
        integrante; nombre; persona; quien; quién; equipo; sessão; sessao; desenvolvedor;
        membro; nome; pessoa; quem; equipe; session de travail; développeur; membre; nom;
        personne; qui; équipe; sitzung; entwickler; mitglied; wer; sessione; sviluppatore; chi;
        squadra; ontwikkelaar; naam; wie; агент; агенты; сессия; разработчик; участник; имя;
        кто; команда; họ tên; họ và tên; thành viên; người thực hiện; nama; anggota; ชื่อ;
        สมาชิก; rolle person; benutzer agent; oturum; ajan; geliştirici; üye; ad; isim; kim;
        ekip; agent ai; agenci; sesja; programista; kto; 会话; 代理; 智能体; 开发者; 成员; 姓名;
        名称; 团队; 角色名; 窗口; 终端; 谁; 線程; 會話; 成員; セッション; エージェント; 開発者;
        メンバー; 名前; 氏名; 誰; チーム; ツール担当; 세션; 에이전트; 개발자; 팀원; 이름; 멤버;
        팀; 구성원""",
    "owner": """owner; owners; donos; dueños; propriétaires; proprietarios; proprietários;
        responsáveis; responsables; owned by; owning agent; owning session; owner agent;
        file owner; code owner; primary owner; primary; lead; maintainer; maintainers; assignee;
        assigned; assigned to; assigned agent; responsible; responsible party;
        responsible agent; in charge; claimed by; dri; held by; locked by; holder; driver;
        implementer; who owns; ownership; exclusive owner; current owner; owner session; dueño;
        dueña; propietario; propietaria; responsable; encargado; encargada; asignado;
        asignado a; a cargo; dono; dona; proprietário; proprietario; responsável; responsavel;
        atribuído a; encarregado; propriétaire; proprietaire; assigné à; assigné; attribué à;
        eigentümer; besitzer; verantwortlich; verantwortlicher; zuständig; zuständigkeit;
        inhaber; assegnato a; assegnata a; asignada a; atribuída a; responsabile; eigenaar;
        verantwoordelijk; владелец; ответственный;
        исполнитель; назначен; кто отвечает; sahibi; sahip; sorumlu; atanan; właściciel;
        odpowiedzialny; người phụ trách; phụ trách; penanggung jawab; ผู้รับผิดชอบ; 负责人;
        所有者; 所有人; 责任人; 负责方; 责任方; 归属; 负责; 拥有者; 主责; 負責人;
        担当; 担当者; 責任者;
        オーナー; 所有; 主担当; 담당; 담당자; 소유자; 책임자; 소유;
        власник; відповідальний; ägare; ansvarig; ansvarlig; eier; pemilik; المسؤول; المالك;
        vastuussa; omistaja; zodpovědný; vlastník; felelős""",
    "path": """path; paths; file; directory; directories; dir; dirs; folder; folders; location;
        file path; filepath; file paths; file or directory; file directory; files directories;
        path pattern; path glob; glob; globs; pattern; patterns; module; modules; package;
        packages; file pattern; resource; code path; code; file area; file group; files folders;
        folder file; source; path prefix; subtree; source path; repo path; surface;
        component path; worktree path prefix; crate; crates; ruta; rutas; archivo; directorio;
        directorios; carpeta; carpetas; pastas; diretórios; dossiers; répertoires; ordner;
        verzeichnisse; cartelle; папки; каталоги; fichero; módulo; caminho; caminhos; arquivo;
        diretório; diretorio; pasta; ficheiro; chemin; chemins; fichier; répertoire; repertoire;
        dossier; pfad; pfade; datei; verzeichnis; ordner; modul; percorso; percorsi; cartella;
        katalogi; ścieżki; mappen; mapa;
        pad; paden; bestand; map; klasörler; dizinler; mapper; kataloger; путь; пути; файл;
        каталог; папка; директория; модуль; yol; yollar;
        dosya; klasör; dizin; modül; ścieżka; plik; katalog; tệp; thư mục; berkas; ไฟล์; 文件名;
        文件路径; ファイル名; 파일명; 路径; 文件; 目录; 文件夹; 模块; 檔案; 目錄; 路徑; パス;
        ファイル; ディレクトリ; フォルダ; フォルダー; モジュール; 경로; 파일; 디렉토리;
        디렉터리; 폴더; 모듈;
        шлях; sökväg; mapp; mappar; sti; đường dẫn; المسار; cesta; složka; útvonal""",
    "files": """files; files touched; files to touch; files changed; files to edit;
        files modified; touches; files affected; affected files; key files; main files;
        files paths; files in scope; filer; soubory; fájlok; tiedostot; fișiere; الملفات; ملفات;
        קבצים; các file; các tệp; relevant files; archivos; ficheros; arquivos; ficheiros;
        fichiers; dateien; file coinvolti; bestanden; файлы; dosyalar; pliki; 涉及文件;
        相关文件; 対象ファイル; 변경 파일; 파일 목록;
        файли; filerna; các tệp tin""",
    "owns": """owns; owned; owned files; owned paths; owned directories; owned dirs;
        owned folders; owned areas; owned modules; files owned; paths owned; directories owned;
        exclusive; exclusive files; exclusive paths; exclusive directories; exclusive ownership;
        file ownership; responsible for; territory; file territory; scope; file scope;
        scope of files; write scope; edit scope; write paths; write set; writes; may write;
        may edit; can edit; edits; editable; allowed files; allowed paths; allowed; safe files;
        safe areas; working directory; primary files; primary paths; owns files; owned surface;
        owner of; dueño de; dono de; propietario de; besitzer von; exclusive write; owner writes;
        file boundaries; domain files; domain; zone; zones; files i own; owns exclusively;
        primary directories; primary ownership; area; areas; responsibility; responsibilities;
        focus area; code areas; code area; owns write; ownership area; es dueño de; posee;
        archivos propios; propiedad; responsable de; ámbito; área; áreas; zona; responsabilidad;
        arquivos próprios; possui; escopo; responsável por; área de atuação; responsabilidade;
        possède; fichiers possédés; périmètre; zone de travail; domaine; responsabilité; besitzt;
        eigene dateien; zuständig für; bereich; bereiche; verantwortungsbereich; possiede;
        file di proprietà; ambito; владеет; зона ответственности; зона; область; sahip olduğu;
        sorumluluk alanı; alan; odpowiada za; obszar; 拥有; 拥有文件; 负责范围; 负责文件;
        负责目录; 范围; 管辖; 管辖范围; 专属文件; 领域; 职责范围; 区域; 可编辑; 所有ファイル;
        担当範囲; 担当ファイル; 担当ディレクトリ; 範囲; 領域; 担当領域; 編集範囲; スコープ;
        límites de archivos; fronteras de archivos; frontera de archivos; fronteira de arquivos;
        fronteiras de arquivos; limites de arquivos; frontières de fichiers; limites de fichiers;
        dateigrenzen; confini dei file; bestandsgrenzen; границы файлов; dosya sınırları;
        granice plików; 文件边界; 檔案邊界; ファイル境界; 파일 경계;
        소유 파일; 담당 범위; 담당 파일; 담당 영역; 범위; 영역; 담당 디렉토리; 담당 폴더;
        작업 영역""",
    "avoid": """avoid; do not touch; dont touch; don't touch; don't edit; do not edit; dont edit;
        must not edit; must not touch; never touch; never edit; off limits; offlimits; forbidden;
        not allowed; read only; readonly; reads; may read; do not modify; must not modify;
        no touch; not owned; does not own; excluded; out of scope; no tocar; no editar;
        prohibido; solo lectura; não tocar; não editar; não mexer; proibido; somente leitura;
        ne pas toucher; ne pas modifier; interdit; lecture seule; nicht anfassen; nicht ändern;
        verboten; nur lesen; non toccare; vietato; sola lettura; не трогать; запрещено;
        только чтение; dokunma; yasak; salt okunur; nie dotykać; 禁止; 禁止修改; 不可修改;
        不要修改; 禁区; 只读; 勿动; 触らない; 変更禁止; 編集禁止; 読み取り専用; 禁止事項;
        수정 금지; 금지; 건드리지 말 것; 읽기 전용""",
    "shared": """shared; shared with; shared files; shared by; also edits; also touched by; both;
        used by; consumers; consumer; consumed by; coordinate with; coordination; compartido;
        compartido con; compartilhado; partagé; partagé avec; geteilt; gemeinsam; condiviso;
        общий; общие; ortak; paylaşılan; 共享; 共用; 共有; 공유; 공용""",
    "note": """note; notes; comment; comments; description; descriptions; details; detail;
        purpose; why; what; reason; rationale; remarks; remark; info; contents; content; summary;
        explanation; what it is; usage; nota; notas; comentario; comentarios; descripción;
        descripcion; detalles; propósito; motivo; observaciones; comentário; descrição;
        descricao; detalhes; observações; remarque; remarques; commentaire; détails; but;
        hinweis; hinweise; anmerkung; anmerkungen; bemerkung; beschreibung; kommentar; zweck;
        note aggiuntive; descrizione; dettagli; scopo; opmerking; opmerkingen; beschrijving;
        примечание; примечания; комментарий; описание; заметки; назначение; not; notlar;
        açıklama; amaç; uwagi; opis; notatki; ghi chú; mô tả; catatan; keterangan; หมายเหตุ;
        备注; 说明; 描述; 注释; 用途; 内容; 備註; 說明; 備考; メモ; 説明; 内容説明; 注意; 概要;
        用途説明; 비고; 메모; 설명; 내용; 참고; 용도""",
    "role": """role; roles; focus; specialty; speciality; specialization; expertise; position;
        function; primary focus; job; discipline; persona; rol; roles asignados; enfoque;
        especialidad; papel; função; funcao; cargo; foco; rôle; spécialité; rolle;
        aufgabe der sitzung; schwerpunkt; fokus; ruolo; rol in team; роль; специализация; görevi;
        uzmanlık; rola; vai trò; peran; หน้าที่; 角色; 职责; 核心职责; 职能; 分工; 定位; 役割;
        責務; ロール; 専門; 역할; 책임; 직무; 전문""",
    "branch": """branch; branches; git branch; working branch; branch name; feature branch; rama;
        ramas; ramo; branche; zweig; ветка; dal; gałąź; nhánh; nhánh làm việc; cabang; 分支;
        工作分支; ブランチ; 브랜치""",
    "worktree": """worktree; worktrees; work tree; git worktree; worktree path; worktree folder;
        checkout; workspace; working copy; working tree; clone; árbol de trabajo; arbeitsbaum;
        arbeitsverzeichnis; рабочее дерево; çalışma ağacı; 工作树; 工作区; ワークツリー;
        작업 트리; 워크트리""",
    "github": """github; github handle; github user; github username; handle; username; user;
        login; account; gh; git user; usuario; usuário; utilisateur; benutzer; utente;
        пользователь; kullanıcı; 用户名; 账号; ユーザー名; 아이디; 계정""",
    "email": """email; emails; e mail; mail; git email; author email; correo; correo electrónico;
        courriel; e mail adresse; почта; eposta; e posta; 邮箱; メール; 이메일; 메일""",
    "id": """id; ids; no; nr; num; number; ref; key; task id; wp; ap; work package;
        arbeitspaket; ticket; issue; issue id; task no; task number; bead; bead id; code name;
        número; numero; nº; n°; numéro; nummer; номер; ид; numara; nr zadania; 编号; 序号; 番号;
        번호""",
    "title": """title; task; tasks; feature; features; item; work item; work; deliverable;
        deliverables; story; user story; subject; todo; to do; activity; milestone; goal;
        objective; current task; task name; subtask; work package; step; tarea; tareas; título;
        funcionalidad; entregable; actividad; tarefa; tarefas; funcionalidade; entrega;
        atividade; tâche; tâches; titre; fonctionnalité; livrable; aufgabe; aufgaben; titel;
        funktion; attività; compito; compiti; titolo; funzionalità; taak; taken; задача; задачи;
        название; функция; görev; görevler; başlık; özellik; iş; zadanie; zadania; tytuł; 任务;
        标题; 功能; 事项; 工作; 工作项; 任務; タスク; 作業; 課題; 件名; 機能; 작업; 태스크; 제목;
        기능; 할 일; 과제""",
    "status": """status; state; progress; done; complete; completed; current status; stage;
        merged; finished; task status; estado; avance; situação; situacao; andamento; statut;
        état; etat; avancement; zustand; fortschritt; stato; voortgang; статус; состояние;
        готово; прогресс; durum; ilerleme; stan; trạng thái; status pekerjaan; สถานะ; 状态; 进度;
        完成情况; 狀態; 進度; 状態; ステータス; 進捗; 状況; 상태; 진행; 진행상황; 진행 상태""",
    "after": """after; depends; depends on; dependency; dependencies; deps; blocked by;
        blocked on; requires; prerequisite; prerequisites; needs; waits for; waiting on;
        waiting for; predecessor; predecessors; blockers; blocker; prereqs; prereq; depends upon;
        upstream; gate; depende de; dependencias; dependencia; bloqueado por; requiere;
        dependências; dependência; requer; dépend de; dépendances; dépendance; bloqué par;
        nécessite; hängt ab von; abhängig von; abhängigkeit; abhängigkeiten; blockiert durch;
        benötigt; dipende da; dipendenze; bloccato da; richiede; afhankelijk van; зависит от;
        зависимости; зависимость; заблокировано; требует; bağımlılık; bağımlılıklar;
        bağlı olduğu; zależy od; zależności; 依赖; 前置; 前置任务; 前置条件; 依赖项; 依賴; 依存;
        依存関係; 前提; 前提タスク; 의존; 의존성; 선행; 선행 작업""",
    "blocks": """blocks; blocking; unblocks; enables; required by; dependents; downstream; feeds;
        bloquea; desbloquea; bloqueia; desbloqueia; bloque; débloque; blockiert; blocca;
        блокирует; engeller; blokuje; 阻塞; 后续任务; ブロック; 後続; 차단; 후행""",
    "commit": """commit; commits; sha; hash; commit sha; commit hash; revision; last commit;
        confirmación; коммит; 提交; コミット; 커밋""",
    "pr": """pr; prs; pull request; pull requests; mr; merge request; pr link; pr mr; 合并请求;
        プルリク; 풀리퀘""",
    "group": """group; phase; round; wave; sprint; epic; batch; iteration; week; stage group;
        phases; cycle; day; fase; ronda; oleada; semana; iteración; rodada; onda; iteração;
        phase du projet; vague; semaine; welle; woche; runde; этап; фаза; волна; спринт; неделя;
        aşama; faz; dalga; hafta; faza; etap; 阶段; 轮次; 批次; 波次; 迭代; 周; フェーズ; 段階;
        ラウンド; 週; 단계; 페이즈; 라운드; 주차; 스프린트; スプリント""",
    "priority": """priority; prio; p; severity; importance; urgency; prioridad; prioridade;
        priorité; priorität; priorità; prioriteit; приоритет; öncelik; priorytet; 优先级; 優先級;
        優先度; 우선순위""",
    "reviewer": """reviewer; reviewers; reviewed by; review; secondary; secondary owner; backup;
        backup owner; contributor role; approver; consulted; informed; support; supporting;
        helper; observer; co owner; revisor; revisora; revisado por; revisão; relecteur; prüfer;
        gutachter; revisore; рецензент; ревьюер; gözden geçiren; recenzent; 审核人; 评审; 审阅;
        审核; 协助; レビュアー; レビュー担当; レビュー; 副担当; 검토자; 리뷰어; 리뷰""",
    "exports": """exports; interface; interfaces; api; contract; provider; consumes; provides;
        produces; outputs; inputs; input; output; artifact; artifacts""",
}
