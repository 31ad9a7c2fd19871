"""The words by which people say what was done and who will own, in many languages."""

LOGGING = """change log; changelog; work log; activity log; merge log; edit log; log of changes;
    log of files; session log; session logs; decision log; touched files log; recently touched;
    recently changed; recently modified; recent changes; what changed; files i touched;
    files we touched; files i changed; touched so far; changed so far; currently being edited;
    being edited; currently editing; bitácora; registro de cambios; historial; cambios recientes;
    archivos tocados; archivos modificados; registro de alterações; histórico;
    alterações recentes; arquivos alterados; arquivos modificados; arquivos tocados; journal des
    modifications; journal des changements; historique; changements récents; fichiers modifiés;
    fichiers touchés; änderungsprotokoll; änderungsverlauf; geänderte dateien;
    bearbeitete dateien; registro delle modifiche; file modificati; cronologia; журнал изменений;
    история изменений; изменённые файлы; değişiklik günlüğü; değişiklik kaydı;
    değiştirilen dosyalar; dziennik zmian; historia zmian; zmienione pliki; 更新日志; 变更日志;
    修改记录; 变更记录; 工作日志; 已修改文件; 変更履歴; 更新履歴; 作業ログ; 変更済み; 변경 이력;
    변경 기록; 작업 기록; 수정한 파일; 변경된 파일"""
"""Headings of what was done: whose files are touched there says nothing of whose they are."""

PLANNING = """planned; proposed; future; suggested; former; previous; previously; intended;
    candidate; planificado; previsto; prevista; propuesto; sugerido; futuro; anterior; planejado;
    proposto; prévu; proposé; futur; suggéré; geplant; geplanter; vorgeschlagen; künftig;
    bisheriger; proposto; precedente; gepland; планируемый; будущий; бывший; предлагаемый;
    planlanan; önerilen; önceki; planowany; proponowany; poprzedni; 计划; 预定; 拟定; 前任; 予定;
    以前; 예정; 이전"""
"""In the heading of a column of owners: they are none at present."""
