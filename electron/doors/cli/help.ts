/** What `--help` prints. */
export const help = `Forkcast: Amazon link or TikTok Shop? Simulated honestly, from your own reports.

Usage: npm run -s cli -- COMMAND [OPTIONS]

  import FILE…                 read affiliate reports into the library
    --dry-run                  only say what would happen
    --currency USD             where a report does not say its own
    --day-order month-first    where days like 04/05/2026 can be read both ways (or day-first)
    --decimals comma           where amounts like 125.000 can be read both ways (or point)
    --window FROM..TO          the days that an aggregated report sums up
    --account NAME             the Store ID or TikTok account that the reports are of
    --zone Europe/London       the time zone of times that are written without one
  reports                      what is imported
  reports undo ID              take one import out again, exactly
  compare                      run a comparison: your reports' scenario, else a typical creator's
    --scenario FILE            a scenario document (- reads standard input)
    --saved ID                 a saved scenario
    --market US                market of a new scenario
    --trials N  --seed S       override the scenario's
    --threads N                worker threads; the result does not depend on it
    --pdf OUT                  also print the PDF
  replay                       the imported orders priced under other terms
    --program amazon|tiktok-shop
    --card ID                  an Amazon rate card
    --tiktok-rate 12%          one TikTok Shop rate for everything
    --agency 10%               share of the commission that an agency keeps
  scenario schema              the JSON Schema of scenario documents
  scenario new [--market US] [--from reports|priors] [--save]
                               from your reports unless told otherwise; without any, from published figures
  scenario show [ID]           a saved scenario; without ID the list

  --json     results as JSON; standard output then holds nothing else
  --home DIR keep the data here (also: FORKCAST_HOME)
  --version, --help

Exit code: 0 done, 1 could not be done, 2 wrong usage, 130 interrupted.`;
