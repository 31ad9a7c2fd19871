"""Says what each colour token is in every theme, so that style sheets and roles agree.

Style sheets cannot pass `$variables` to one another, so every shared colour is a theme variable
made here, for our themes and, derived, for any other. An app registers `THEMES` and returns
`tokens(self.current_theme)` from `get_theme_variable_defaults`.
"""

from textual.color import Color
from textual.theme import Theme

SESSION_COLOURS = 8

_DARK_SESSIONS = "#7dcfff #ff9e64 #f59bd5 #4fd6be #a3b1ff #cdbfae #e0a3a3 #b5c78a"
_LIGHT_SESSIONS = "#005f7d #9a3c00 #952a70 #00604f #3d47a8 #665000 #84404a #4b5a10"
_ANSI_SESSIONS = (
    "ansi_cyan ansi_bright_magenta ansi_bright_blue ansi_bright_green "
    "ansi_bright_cyan ansi_bright_red ansi_bright_yellow ansi_blue"
)


def _sessions(colours: str) -> dict[str, str]:
    return {f"session-{index}": colour for index, colour in enumerate(colours.split())}


_DARK = {
    "dim": "#979fc2",
    "ready": "#9ece6a",
    "claimed": "#7aa2f7",
    "shared": "#bb9af7",
    "warn": "#e0af68",
    "alarm": "#ff8099",
    "key": "#8ab0ff",
    "frame": "#3b4261",
    "frame-lit": "#7aa2f7",
    "cursor": "#2f3549",
    "cursor-faint": "#22253a",
    "fresh": "#2c2b33",
    "added-part": "#2d4a2b",
    "removed-part": "#55283c",
    "bar": "#24283b",
    "scrollbar": "#3b4261",
    "scrollbar-hover": "#565f89",
    "scrollbar-active": "#7aa2f7",
    "scrollbar-background": "#1a1b26",
    "scrollbar-background-hover": "#1a1b26",
    "scrollbar-background-active": "#1a1b26",
    **_sessions(_DARK_SESSIONS),
}

_LIGHT = {
    "dim": "#565d78",
    "ready": "#2f6212",
    "claimed": "#2350b0",
    "shared": "#6a3bb0",
    "warn": "#7a4d00",
    "alarm": "#a81e3a",
    "key": "#2350b0",
    "frame": "#c3c8d8",
    "frame-lit": "#2350b0",
    "cursor": "#d5dced",
    "cursor-faint": "#e9ecf5",
    "fresh": "#f3ecd4",
    "added-part": "#cde8ba",
    "removed-part": "#f7ccd5",
    "bar": "#e6e9f2",
    "scrollbar": "#c3c8d8",
    "scrollbar-hover": "#9aa1b8",
    "scrollbar-active": "#2350b0",
    "scrollbar-background": "#f6f7fb",
    "scrollbar-background-hover": "#f6f7fb",
    "scrollbar-background-active": "#f6f7fb",
    **_sessions(_LIGHT_SESSIONS),
}

_ANSI = {
    "dim": "ansi_default",
    "ready": "ansi_green",
    "claimed": "ansi_blue",
    "shared": "ansi_magenta",
    "warn": "ansi_yellow",
    "alarm": "ansi_red",
    "key": "ansi_blue",
    "frame": "ansi_default",
    "frame-lit": "ansi_blue",
    "cursor": "ansi_default",
    "cursor-faint": "ansi_default",
    "fresh": "ansi_default",
    "added-part": "ansi_default",
    "removed-part": "ansi_default",
    "bar": "ansi_default",
    **_sessions(_ANSI_SESSIONS),
}

_ANSI_TEXTUAL = {  # what Textual's own widgets use, without a ground of our own
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "border": "ansi_blue",
    "border-blurred": "ansi_default",
    "scrollbar": "ansi_bright_black",
    "scrollbar-hover": "ansi_bright_black",
    "scrollbar-active": "ansi_blue",
    "scrollbar-background": "ansi_default",
    "scrollbar-background-hover": "ansi_default",
    "scrollbar-background-active": "ansi_default",
}

TOKENS = tuple(_ANSI)
"""The theme variables that are ours: `$dim`, `$ready`, … `$session-7`."""

THEMES = (
    Theme(
        name="coord-dark",
        primary="#7aa2f7",
        secondary="#bb9af7",
        accent="#7dcfff",
        warning="#e0af68",
        error="#ff8099",
        success="#9ece6a",
        foreground="#c8d0f0",
        background="#1a1b26",
        surface="#1a1b26",
        panel="#24283b",
        variables=_DARK,
    ),
    Theme(
        name="coord-light",
        primary="#2350b0",
        secondary="#6a3bb0",
        accent="#005f7d",
        warning="#7a4d00",
        error="#a81e3a",
        success="#2f6212",
        foreground="#252a3a",
        background="#f6f7fb",
        surface="#f6f7fb",
        panel="#e6e9f2",
        dark=False,
        variables=_LIGHT,
    ),
    Theme(  # the terminal's own sixteen colours, on whatever ground it has
        name="coord-16",
        ansi=True,
        primary="ansi_blue",
        secondary="ansi_magenta",
        accent="ansi_cyan",
        warning="ansi_yellow",
        error="ansi_red",
        success="ansi_green",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        variables=_ANSI | _ANSI_TEXTUAL,
    ),
)


def first_theme(colour_system: str | None, no_color: bool) -> str:
    """The theme to start with on a terminal with that Rich colour system.

    Without colour, or with sixteen, the terminal's own ground is kept and attributes carry the
    meaning. For NO_COLOR the app must also be made with `ansi_color=True`, or Textual sends
    greys.
    """
    rich_enough = colour_system in ("truecolor", "256")
    return "coord-dark" if rich_enough and not no_color else "coord-16"


def tokens(theme: Theme) -> dict[str, str]:
    """Our tokens for any theme: its own where it has them, else derived from its colours."""
    if theme.ansi:
        return {name: _ANSI[name] for name in TOKENS}
    made = theme.to_color_system().generate()
    ground, text, primary = (
        Color.parse(made[name]) for name in ("background", "foreground", "primary")
    )
    return {
        "dim": text.blend(ground, 0.3).hex,
        "ready": made["text-success"],
        "claimed": made["text-primary"],
        "shared": made["text-accent"],
        "warn": made["text-warning"],
        "alarm": made["text-error"],
        "key": made["text-primary"],
        "frame": text.blend(ground, 0.75).hex,
        "frame-lit": made["primary"],
        "cursor": ground.blend(primary, 0.25).hex,
        "cursor-faint": ground.blend(primary, 0.1).hex,
        "fresh": ground.blend(Color.parse(made["warning"]), 0.12).hex,
        "added-part": ground.blend(Color.parse(made["success"]), 0.3).hex,
        "removed-part": ground.blend(Color.parse(made["error"]), 0.3).hex,
        "bar": made["panel"],
        **_sessions(_DARK_SESSIONS if theme.dark else _LIGHT_SESSIONS),
    } | {name: value for name, value in theme.variables.items() if name in TOKENS}
