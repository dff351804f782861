/// How the page looks, by day and by night.
enum HTMLStyle {
    static let text = """
        :root { color-scheme: light dark; --page: #f6f7f9; --panel: #fff; --ink: #1c2330; --soft: #667085; --line: #e3e6eb;
          --good: #1f9d67; --fair: #d99a1c; --bad: #d6413c; --idle: #97a1b0; }
        @media (prefers-color-scheme: dark) { :root { --page: #12161d; --panel: #1a2029; --ink: #e8ecf2; --soft: #98a3b3;
          --line: #2b333f; --good: #3fc48a; --fair: #e6b450; --bad: #f0716b; --idle: #6b7686; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", sans-serif; }
        main { max-width: 1080px; margin: 0 auto; padding: 48px 24px 80px; }
        .eyebrow { margin: 0; color: var(--soft); text-transform: uppercase; letter-spacing: .12em; font-size: 12px; }
        h1 { margin: 4px 0 6px; font-size: 32px; line-height: 1.2; letter-spacing: -.01em; }
        h2 { margin: 36px 0 12px; font-size: 18px; }
        .lede { margin: 0 0 28px; color: var(--soft); }
        .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); gap: 12px; }
        .card { background: var(--panel); border: 1px solid var(--line); border-top: 4px solid; border-radius: 10px;
          padding: 14px 18px; display: grid; grid-template-columns: 1fr auto; align-items: baseline; }
        .card b { font-size: 34px; line-height: 1.15; font-variant-numeric: tabular-nums; grid-column: 1 / 3; }
        .card span { color: var(--ink); } .card i { color: var(--soft); font-style: normal; font-size: 13px; }
        .card.good { border-top-color: var(--good); } .card.fair { border-top-color: var(--fair); }
        .card.bad { border-top-color: var(--bad); } .card.idle { border-top-color: var(--idle); }
        .bar { display: flex; gap: 2px; height: 8px; border-radius: 4px; overflow: hidden; margin-top: 14px; }
        .bar span.good { background: var(--good); } .bar span.fair { background: var(--fair); }
        .bar span.bad { background: var(--bad); } .bar span.idle { background: var(--idle); }
        details.session, details.apis { background: var(--panel); border: 1px solid var(--line); border-radius: 10px;
          margin: 8px 0; padding: 0 16px; }
        details.apis { margin-top: 20px; }
        summary { cursor: pointer; padding: 11px 0; }
        .session > summary { display: grid; grid-template-columns: minmax(220px, 1fr) auto 120px; gap: 16px;
          align-items: center; list-style: none; }
        .session > summary::-webkit-details-marker { display: none; }
        .session > summary .bar { margin: 0; height: 6px; }
        .name { font-weight: 600; overflow-wrap: anywhere; } .name::before { content: "▸ "; color: var(--soft); }
        details[open] > summary .name::before { content: "▾ "; }
        em { font-style: normal; font-size: 13px; font-variant-numeric: tabular-nums; margin-left: 10px; }
        em.good, td.good { color: var(--good); } em.fair, td.fair { color: var(--fair); }
        em.bad, td.bad { color: var(--bad); font-weight: 600; } em.idle, td.idle, td.none { color: var(--idle); }
        .about { color: var(--soft); margin: 0 0 12px; font-size: 14px; } small { color: var(--soft); }
        .failure { color: var(--bad); white-space: pre-wrap; overflow-wrap: anywhere; }
        .answer { border-top: 1px solid var(--line); } .answer summary em { margin: 0 6px 0 0; }
        .answer ul { margin: 0 0 12px; padding-left: 22px; }
        table { width: 100%; border-collapse: collapse; margin: 0 0 14px; font-size: 13px; }
        th, td { text-align: left; vertical-align: top; padding: 5px 12px 5px 0; border-top: 1px solid var(--line); }
        thead th { color: var(--soft); font-weight: 500; border-top: 0; }
        tbody th { font-weight: 500; overflow-wrap: anywhere; }
        .answer td, .answer tbody th { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 12px;
          overflow-wrap: anywhere; max-width: 380px; }
        .answer td:last-child { font-family: inherit; color: var(--soft); }
        @media (max-width: 700px) { .session > summary { grid-template-columns: 1fr; gap: 6px; } }
        """
}
