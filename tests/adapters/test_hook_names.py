"""Which hooks behave by the name under which they are called."""

import pytest

from coord_tui.adapters.hook_names import looks_at_name

BY_NAME = (
    '#!/bin/sh\nname=$(basename "$0")',
    "#!/bin/sh\nname=`basename $0`",
    "#!/bin/sh\nexec run ${0##*/}",
    '#!/bin/sh\ncase "$0" in *pre-commit) ;; esac',
    '#!/bin/bash\nname=$(basename "${BASH_SOURCE[0]}")',
    "#!/usr/bin/env ruby\nhook_type = File.basename($0)",
    "#!/usr/bin/env ruby\nFile.basename(__FILE__)",
    "#!/usr/bin/env python3\nos.path.basename(sys.argv[0])",
    "#!/usr/bin/env python3\nPath(sys.argv[0]).name",
    "#!/usr/bin/env node\npath.basename(process.argv[1])",
    "\x7fELF",
)
NOT_BY_NAME = (
    "",
    "#!/bin/sh\nmake check",
    '#!/bin/sh\n. "$(dirname "$0")/common.sh"',
    '#!/bin/sh\ncd "$(dirname "$0")/../.." && echo "$(basename "$file")"',
    '#!/bin/sh\necho "$0: no" >&2',
    "#!/usr/bin/env python3\nif __name__ == '__main__': pass",
)


@pytest.mark.parametrize("text", BY_NAME)
def test_these_look_at_their_name(text: str) -> None:
    assert looks_at_name(text.encode())


@pytest.mark.parametrize("text", NOT_BY_NAME)
def test_these_do_not(text: str) -> None:
    assert not looks_at_name(text.encode())
