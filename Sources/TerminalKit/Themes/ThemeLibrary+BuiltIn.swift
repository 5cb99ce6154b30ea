extension ThemeLibrary {
    /// The files in `themes/`, byte for byte, so that the program needs nothing beside itself. A test keeps
    /// them equal; with FIREBREAK_RECORD=1 it writes this file anew from `themes/`.
    static let builtInTexts: [(name: String, text: String)] = [
        (
            "ansi",
            #"""
            # The default: only the sixteen colours that the terminal's own palette defines, so that it follows the
            # user's choice on light and on dark backgrounds. Every meaning also has a word or a mark on the screen.

            text               = default
            text.dim           = default dim
            title              = default bold
            breadcrumb         = default
            status             = default
            status.bar         = default reverse
            key                = default bold
            key.label          = default
            selection          = default reverse bold
            selection.inactive = default underline
            header             = default bold underline
            border             = default dim
            alarm              = red bold
            warning            = yellow
            good               = green
            live               = red
            expired            = default dim
            conditional        = magenta
            plane              = default
            plane.identity     = cyan
            plane.integrity    = yellow
            mark               = green bold
            match              = default underline bold
            error              = red bold
            prompt             = default bold
            kind               = default
            inferred           = default italic

            """#
        ),
        (
            "dark",
            #"""
            # For dark backgrounds, in 256 colours or more. Behind the bar: the name used where there are only
            # sixteen.

            inherits = ansi

            palette.ash    = #8a8a8a | bright-black
            palette.ink    = #262626 | black
            palette.paper  = #dadada | white
            palette.ember  = #ff5f5f | bright-red
            palette.amber  = #ffaf5f | yellow
            palette.leaf   = #87d787 | green
            palette.sky    = #87d7ff | cyan
            palette.violet = #d7afff | magenta

            text.dim           = ash
            title              = paper bold
            breadcrumb         = sky
            status.bar         = paper on ink
            key                = sky bold
            key.label          = ash
            selection          = default reverse bold
            selection.inactive = default underline
            header             = ash bold underline
            border             = ash
            alarm              = ember bold
            warning            = amber
            good               = leaf
            live               = ember
            expired            = ash
            conditional        = violet
            plane.identity     = sky
            plane.integrity    = amber
            mark               = leaf bold
            match              = amber underline
            error              = ember bold
            prompt             = sky bold
            kind               = default
            inferred           = default italic

            """#
        ),
        (
            "light",
            #"""
            # For light backgrounds, in 256 colours or more. Behind the bar: the name used where there are only
            # sixteen.

            inherits = ansi

            palette.ash    = #6c6c6c | bright-black
            palette.ink    = #1c1c1c | black
            palette.paper  = #e4e4e4 | white
            palette.ember  = #af0000 | red
            palette.amber  = #875f00 | yellow
            palette.leaf   = #005f00 | green
            palette.sky    = #005f87 | blue
            palette.violet = #5f00af | magenta

            text.dim           = ash
            title              = ink bold
            breadcrumb         = sky
            status.bar         = ink on paper
            key                = sky bold
            key.label          = ash
            selection          = default reverse bold
            selection.inactive = default underline
            header             = ash bold underline
            border             = ash
            alarm              = ember bold
            warning            = amber
            good               = leaf
            live               = ember
            expired            = ash
            conditional        = violet
            plane.identity     = sky
            plane.integrity    = amber
            mark               = leaf bold
            match              = amber underline
            error              = ember bold
            prompt             = sky bold
            kind               = default
            inferred           = default italic

            """#
        ),
        (
            "high-contrast",
            #"""
            # The strongest contrast a terminal has: nothing dim, few colours, always with an attribute.

            inherits = ansi

            text.dim           = default
            title              = default bold
            status.bar         = default reverse bold
            key                = default bold underline
            selection          = default reverse bold
            selection.inactive = default bold underline
            header             = default bold underline
            border             = default
            alarm              = bright-red bold underline
            warning            = bright-yellow bold
            good               = bright-green bold
            live               = bright-red bold
            expired            = default
            conditional        = bright-magenta bold
            plane.identity     = bright-cyan bold
            plane.integrity    = bright-yellow bold
            mark               = bright-green bold
            match              = default bold underline
            error              = bright-red bold reverse
            inferred           = default underline

            """#
        ),
        (
            "monochrome",
            #"""
            # No colour at all: bold, underline and reverse only. What words and marks say is enough.

            text               = default
            text.dim           = default
            title              = bold
            breadcrumb         = default
            status             = default
            status.bar         = reverse
            key                = bold
            key.label          = default
            selection          = reverse bold
            selection.inactive = underline
            header             = bold underline
            border             = default
            alarm              = bold
            warning            = bold
            good               = default
            live               = bold
            expired            = default
            conditional        = underline
            plane              = default
            mark               = bold
            match              = bold underline
            error              = bold reverse
            prompt             = bold
            kind               = default
            inferred           = underline

            """#
        ),
    ]
}
