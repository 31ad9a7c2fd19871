"""The words of headings for what people talk about and plan, which nobody is called by."""

AGENDA = """
    kickoff; kick off; meeting; meetings; meeting notes; standup; standups; stand up; minutes;
    follow up; follow ups; followups; ideas; idea; timeline; timelines; schedule; calendar; agenda;
    open questions; questions; parking lot; wishlist; nice to have; icebox; misc; miscellaneous;
    retro; retrospective; demo day; announcements; resources; links; glossary; contacts; budget;
    besprechung; besprechungen; treffen; sitzungen; protokolle; ideen; zeitplan; termine; kalender;
    offene fragen; nächste schritte; sonstiges; reunión; reuniones; ideas sueltas; cronograma;
    calendario; preguntas abiertas; próximos pasos; varios; seguimiento; réunion; réunions; idées;
    calendrier; planning; échéancier; questions ouvertes; prochaines étapes; divers; suivi;
    compte rendu; comptes rendus; reunião; reuniões; ideias; perguntas abertas; próximos passos;
    diversos; riunione; riunioni; idee; scadenze; domande aperte; prossimi passi; varie;
    vergadering; vergaderingen; overleg; ideeën; planning; open vragen; volgende stappen;
    встреча; встречи; идеи; расписание; календарь; открытые вопросы; следующие шаги; разное;
    созвоны; toplantı; toplantılar; fikirler; takvim; açık sorular; sonraki adımlar; spotkania;
    pomysły; harmonogram; otwarte pytania; następne kroki; różne; möten; møter; idéer; tidslinje;
    cuộc họp; ý tưởng; lịch trình; rapat; jadwal; 会议; 会議; 启动会; 日程; 时间线; 时间表; 想法;
    后续; 下一步; 待讨论; 打ち合わせ; 議事録; アイデア; スケジュール; 未解決事項; 次のステップ;
    회의; 회의록; 아이디어; 일정; 타임라인; 후속 조치; 다음 단계"""
"""Meetings, times, ideas and what else stands beside the parts of those who work."""

AREAS = """
    api; design; security; support; orchestration; orchestrator; architecture; tools; tech; stack;
    interface; interfaces; environment; verification; validation; communication; onboarding;
    documentation; integration; release; feature; features; job; stream; track; lane; core;
    context; quality; umgebung; struktur; environnement; entorno; ambiente; estrutura; estructura"""
"""Headings of the tables of words that may as well be what somebody is called."""
