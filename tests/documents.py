"""A coordination document as a team would keep it, with what nobody can be sure of in it."""

HARBOUR = """\
# Harbour

## Sessions
- **ana**: the pages
- **bolt**: the service

## File ownership
### ana
- `web/` (pages and styles)
### bolt
- `api/`
- `jobs/`

## Round 1 (current)
| ID | Task | Owner | Status | Depends on |
|---|---|---|---|---|
| H1 | Model the berths | bolt | done (4f2a91c) | |
| H2 | Show the berths | ana | open | H1 |

## Leftovers
- [x] paint the door
- [ ] oil the hinges

Nobody knows what this sentence is about.
"""
"""Two sessions, three owned paths, a round of two tasks, two guesses, and a line about nothing."""

GUESSES = ("task:L.1", "task:L.2")
"""The keys of what is only guessed in it, but for what hangs on them."""
