extension HandOverPage {
    /// How the page looks: by the reader's scheme on a screen, dark on white on paper, cards in place of tables where
    /// there is little room.
    static let style = """
        :root {
          color-scheme: light dark;
          --ink: #1f2328; --dim: #59636e; --paper: #ffffff; --shade: #f6f8fa; --line: #d1d9e0;
          --link: #0550ae; --alarm: #9a3412; --identity: #9a3412; --integrity: #1d4ed8;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ink: #e6edf3; --dim: #9da7b3; --paper: #0d1117; --shade: #161b22; --line: #3d444d;
            --link: #79b8ff; --alarm: #f0883e; --identity: #f0883e; --integrity: #79c0ff;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; padding: 1.5rem; max-width: 100rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
        }
        h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 1rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.5rem 0 .75rem; }
        p { max-width: 50rem; overflow-wrap: anywhere; }
        a { color: var(--link); }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { left: 1rem; top: 1rem; padding: .5rem; background: var(--paper); }
        .warning { border-left: .4rem solid var(--alarm); padding: .5rem 1rem; background: var(--shade); }
        dl { margin: 0; }
        dd { margin: 0; }
        .facts div { display: grid; grid-template-columns: 9rem 1fr; gap: 1rem; }
        .facts dt { color: var(--dim); }
        .facts dd { overflow-wrap: anywhere; }
        nav { margin-top: 1.5rem; }
        nav h2 { font-size: 1rem; margin: 0; }
        nav ol { margin: .25rem 0 0; padding: 0; columns: 22rem; column-gap: 1.5rem; }
        nav li { margin-left: 2rem; padding: .15rem 0; break-inside: avoid; }
        .figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: .75rem; }
        .figures div { border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .8rem; break-inside: avoid; }
        .figures dt { color: var(--dim); }
        .figures b { display: block; font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
        .figures span { font-size: .9rem; }
        .glossary { color: var(--dim); max-width: 50rem; padding-left: 1.2rem; }
        .wide { overflow-x: auto; margin: 1rem 0; }
        .wide:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        caption { text-align: left; font-weight: 600; padding: .25rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
        th { background: var(--shade); }
        td { overflow-wrap: break-word; font-variant-numeric: tabular-nums; min-width: 3rem; }
        td.at, td.from, td.until, td.first_held { min-width: 7rem; }
        td.name, td.about, td.note, td.why, td.what { min-width: 9rem; }
        td.how, td.source { min-width: 15rem; }
        td.by, td.who, td.owner, td.assigned { min-width: 7rem; }
        td.id, td.hash, td.proof, td.entity { min-width: 10rem; }
        td.id, td.hash, td.proof, td.entity, td.name, td.about, td.note, td.why, td.what, td.how, td.source, td.paths {
          overflow-wrap: anywhere;
        }
        td.id, td.hash, td.proof, td.entity, td.source {
          font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .9em;
        }
        .picture { display: block; }
        .picture .small { font: 11px ui-monospace, Menlo, Consolas, monospace; fill: var(--ink); }
        .picture .grid { stroke: var(--line); }
        .picture .now { stroke: var(--ink); stroke-width: 2; }
        .picture .declared { fill: var(--ink); }
        .picture .identity { fill: var(--identity); }
        .picture .integrity { fill: var(--paper); stroke: var(--integrity); stroke-width: 2; stroke-dasharray: 6 3; }
        footer { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--dim); overflow-wrap: anywhere; }
        @media screen and (max-width: 48rem) {
          body { padding: 1rem; }
          .facts div { grid-template-columns: 1fr; gap: 0; padding-bottom: .4rem; }
          table, tbody, tr, td { display: block; width: 100%; }
          caption { display: block; }
          thead { position: absolute; left: -100rem; }
          tr { border: 1px solid var(--line); border-radius: .4rem; margin-bottom: .75rem; padding: .4rem .6rem; }
          td { display: grid; grid-template-columns: 7rem 1fr; gap: .75rem; border: 0; padding: .15rem 0; }
          td[class] { min-width: 0; }
          td::before { content: attr(data-label); color: var(--dim); font: .8rem/1.5 system-ui, sans-serif; }
        }
        @media print {
          :root {
            --ink: #000000; --dim: #333333; --paper: #ffffff; --shade: #eeeeee; --line: #999999; --link: #000000;
            --alarm: #000000; --identity: #555555; --integrity: #000000;
          }
          @page { margin: 15mm; size: A4 landscape; }
          body { padding: 0; font-size: 9pt; max-width: none; }
          .skip { display: none; }
          .wide { overflow: visible; }
          table { font-size: 7pt; }
          td, td[class] { min-width: 0; padding: 1mm; }
          td.how, td.source { min-width: 55mm; }
          td.id, td.hash, td.proof, td.entity { min-width: 35mm; }
          td.name, td.about, td.note, td.why, td.what { min-width: 25mm; }
          thead { display: table-header-group; }
          tr, .figures div { break-inside: avoid; }
          h2 { break-after: avoid; }
          .picture { max-width: 100%; max-height: 85mm; height: auto; }
          .picture, caption { break-inside: avoid; }
        }
        """
}
