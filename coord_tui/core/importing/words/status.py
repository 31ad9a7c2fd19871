"""The words and signs by which people say how far a task is, in many languages.

A phrase stands as `phrases.said` spells it: lower case, no signs, one space between two words.
"""

STATUS_WORDS: dict[str, str] = {
    "done": """
        done; complete; completed; committed; commiteado; committato; merged; finished;
        shipped; closed; resolved; delivered;
        deployed; implemented; released; landed; fixed; verified; all done; all merged;
        all complete; live; achieved; approved; approved and merged; accepted; aprobada;
        aprobado; aprovado; aprovada; genehmigt; approuvé; approvato; 承認済み; 已批准; 승인;
        built; tested; hecho; hecha; completo; completa; completado; completada; terminado;
        terminada; listo; lista; finalizado; finalizada; concluído; concluido; concluída;
        concluida; feito; feita; pronto; pronta; entregue; entregado; fusionado; fait; faite;
        terminé; terminée; achevé; livré; fini; fusionné; fertig; erledigt; abgeschlossen;
        gemergt; umgesetzt; fatto; completata; completato; finito; conclusa; concluso; klaar;
        afgerond; voltooid; gereed; готово; сделано; завершено; завершён; завершен; завершена;
        выполнено; выполнена; закрыто; слито; tamamlandı; tamamlandi;
        bitti; yapıldı; yapildi; tamam; zrobione;
        gotowe; ukończone; zakończone; zrobiono; färdig; klart; hotovo; hoàn thành; selesai;
        完成; 已完成; 完了; 完了済み; 済; 済み; 已合并; 已合併; 已实现; 已修复; マージ済み;
        実装済み; xong; đã xong; đã hoàn thành; sudah selesai; beres; เสร็จ; เสร็จแล้ว; เสร็จสิ้น;
        виконано; завершено; зроблено; dokončeno; valmis; kész; gata; مكتمل; مكتملة; تم; 완료;
        완료됨; 완성; 끝; 병합됨; completados; completadas; terminados; terminadas; hechos; hechas;
        finalizados; finalizadas; concluídos; concluídas; feitos; feitas; entregues; terminés;
        terminées; faits; faites; achevés; achevées; erledigte; abgeschlossene; fertige;
        completati; completate; conclusi; concluse; afgeronde; voltooide; выполненные;
        завершённые; завершенные; сделанные; готовые; tamamlanan; tamamlananlar; bitenler;
        zrobiony; ukończony; zakończony; виконані; завершені; dokončené;
        splněno; færdig; ferdig; klar; finalizat; ολοκληρώθηκε; בוצע; पूर्ण; complété""",
    "claimed": """
        in progress; progress; wip; claimed; working; working on it; active; ongoing; started;
        in review; review; under review; reviewing; ready for review; needs review;
        awaiting review; ready to merge; pr open; pr opened; pr up; pr pending; in development;
        in flight; doing; in the works; underway; under way; partial; partially done;
        partially complete; partly done; mostly done; mostly complete; almost done; nearly done;
        testing; in testing; in qa; running; taken; assigned; awaiting merge; pending review;
        pending merge; half done; implementing; en progreso; en curso; en proceso; en revisión;
        en revision; casi listo; em andamento; em progresso; em curso; em revisão; en cours;
        en relecture; läuft; in arbeit; in bearbeitung; in prüfung; laufend; in corso; in revisione;
        bezig; в работе; в процессе; на ревью; начато; devam ediyor; sürüyor; incelemede;
        w toku; w trakcie; đang làm; đang thực hiện; đang tiến hành; sedang dikerjakan;
        sedang berjalan; proses; dalam proses; กำลังทำ; กำลังดำเนินการ; в роботі; виконується;
        probíhá; pågår; 进行中; 進行中; 审核中; 審核中; 开发中; 開發中; 作業中; 対応中; 実装中;
        レビュー中; 着手; 진행중; 진행 중; 검토 중; 검토중; 작업중; 작업 중; üstlendi;
        üstlenildi; übernommen; assumido; assumida; asumido; asumida;
        tomado; tomada; pris en charge; preso in carico; opgepakt; взято; взята; взял; взяла;
        przejęte; podjęte; đã nhận; 已认领; 已認領; 担当中; 담당 중""",
    "open": """
        todo; to do; open; not started; not yet started; not yet; not done; not complete;
        not begun; pending; available; planned; queued; ready; ready to start; waiting; waits;
        blocked; backlog; unclaimed; unassigned; next; up next; upcoming; scheduled; on hold;
        hold; paused; deferred; postponed; later; future; new; idle; outstanding; remaining;
        unstarted; free; proposed; parked; pendiente; pendientes; por hacer; sin empezar;
        no iniciado; no iniciada; bloqueado; bloqueada; disponible; próximo; pendente;
        pendentes; a fazer; não iniciado; não iniciada; disponível; à faire; a faire;
        en attente; non commencé; non démarré; bloqué; prévu; offen; ausstehend; geplant;
        zurückgestellt; aufgeschoben; en pausa; pausado; pausada; em espera; reporté; reportée;
        rimandato; отложено; отложена; приостановлено; wstrzymane; odłożone; 搁置; 暂停; 保留中;
        blockiert; nicht begonnen; verfügbar; da fare; in attesa; non iniziato; bloccato;
        te doen; open staand; niet gestart; не начато; не начата; ожидает; ожидание;
        запланировано; к выполнению; заблокировано; beklemede; yapılacak; başlamadı; bekliyor;
        chưa làm; chưa bắt đầu; chưa thực hiện; belum; belum mulai; belum dikerjakan; รอ;
        ยังไม่เริ่ม; не розпочато; очікує; заплановано; čeká; nezahájeno; otevřeno; ej påbörjad;
        do zrobienia; oczekuje; nierozpoczęte; nie rozpoczęto; 待办; 待處理; 待处理; 未开始;
        未開始; 待开始; 待做; 计划中; 計画中; 未着手; 未対応; 予定; 保留; 待機; 待ち; 대기;
        대기중; 대기 중; 예정; 미착수; 시작 전; 할 일; 미완료; 보류""",
    "dropped": """
        dropped; cancelled; canceled; abandoned; wontfix; wont fix; wont do; will not do;
        obsolete; superseded; rejected; skipped; not needed; no longer needed; removed;
        descoped; cut; out of scope; cancelado; cancelada; descartado; descartada; annulé;
        abandonné; abgebrochen; verworfen; entfällt; annullato; scartato; geannuleerd; отменено;
        отменена; iptal; iptal edildi; anulowane; porzucone; 取消; 已取消; 中止; 废弃; 廃止;
        취소; 취소됨; 폐기; won t do; won t fix""",
}

HELD_WORDS = """
    zurückgestellt; aufgeschoben; en pausa; pausado; pausada; em espera; reporté; reportée;
    rimandato; отложено; отложена; приостановлено; wstrzymane; odłożone; 搁置; 暂停; 保留中;
    on hold; hold; paused; deferred; postponed; parked; blocked; waiting; waits; bloqueado;
    bloqueada; bloqué; blockiert; bloccato; en attente; in attesa; ожидает; ожидание; заблокировано;
    beklemede; bekliyor; очікує; čeká; oczekuje; 保留; 待機; 보류"""
"""What is neither worked on nor simply open: a plan has no such state, so the details say it."""

STATUS_SIGNS: dict[str, str] = {
    "✅": "done",
    "✔": "done",
    "✓": "done",
    "☑": "done",
    "🔄": "claimed",
    "🚧": "claimed",
    "🏗": "claimed",
    "🔨": "claimed",
    "🟡": "claimed",
    "⏳": "open",
    "🔜": "open",
    "⬜": "open",
    "☐": "open",
    "🔲": "open",
    "⏸": "open",
    "🕐": "open",
    "🗑": "dropped",
}
"""What a sign alone says. Words beside it say more; ❌ and 🔴 mean too many things."""
