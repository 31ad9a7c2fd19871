"""The words and endings by which a path is told from other words."""

from coord_tui.core.importing.phrases import wordlist

EXTENSIONS = wordlist("""adoc asm astro avif bash bat bib bicep bin blade.php bmp c cc cfg cjs
    cjson clj cljs cmake cmd coffee conf cpp cs csproj css csv cts cue cxx d.ts dart db dbml diff
    dll docx dockerfile ejs el elm eot erb erl ets ex example exs fbx fs fsx gd gif glb gltf go
    godot gql gradle graphql groovy h haml hbs hcl hh hpp hrl hs html htm http ico ics ini ino
    ipynb j2 java jinja jpeg jpg jl js json json5 jsonc jsonl jsx key kt kts less lock log lua m
    make mako map markdown md mdc mdx mjs mk ml mli mm mod mp3 mp4 mts nim nix njk nuspec odt
    onnx otf parquet patch pbxproj pdf pem php pl plist po png pot prisma properties props proto ps1
    psd pug py pyi pyx qml r rake rb rego res resx rmd rs rst rtf s sass scala scm scss sh sln
    snap sol sql sqlite sqlite3 st styl sum svelte svg swift tcl template tex tf tfvars thrift
    tmpl toml tpl ts tscn tsv tsx ttf txt uasset unity v vb vim vue wasm wav webmanifest webp
    wgsl woff woff2 xaml xib xls xlsx xml xsd xsl yaml yml zig zsh zip""")

NAMES = wordlist("""Makefile Dockerfile LICENSE Procfile Gemfile Rakefile Jenkinsfile CODEOWNERS
    Justfile Vagrantfile Brewfile Podfile Fastfile Caddyfile Containerfile Pipfile BUILD
    WORKSPACE justfile makefile NOTICE Tiltfile Earthfile gradlew""")
"""Files without an ending."""

TOPS = wordlist("""api app apps assets backend bench benchmarks bin cli client cmd common
    components config configs content contracts core crates data database db deploy desktop dist
    docker docs documentation e2e engine examples extensions features fixtures frontend functions
    hooks include infra infrastructure integration internal k8s lib libs locales middleware
    migrations mobile models modules packages pages pipelines pkg plugins prisma public resources
    routes schemas scripts sdk server services shared site spec specs src static styles supabase
    templates terraform test tests tools types ui utils views web website workers""")
"""Folders that stand at the top of many repositories: `src/api` is a path, `read/write` is none."""

BRANCHES = wordlist("""feature feat fix bugfix hotfix chore release origin upstream refs heads
    wip topic agent task codex claude gemini copilot cursor dev user users session worktree
    refactor bug perf ci""")
"""What the names of branches begin with."""

ROUTES = wordlist("api v1 v2 v3 auth login logout health healthz graphql ws webhook webhooks users")
"""What the addresses of services begin with."""

MEDIA = wordlist("application audio font image message multipart text video")

PRODUCTS = wordlist("""node next vue nuxt three express d3 chart react react.js backbone ember p5
    discord alpine hono solid socket deno babylon pixi phaser moment day require knockout nest
    fabric handlebars mustache pdf anime tone matter ml5 brain tensorflow asp""")
"""Products whose names look like files: `Node.js`."""

TIES = wordlist("""o ou oder или veya lub 或 或者 または もしくは 또는 new nuevo nueva novo nova
    nouveau nouvelle neu neue neues новый новая yeni 新 module módulo modul модуль and & plus y
    e et und en i и ve or also all every any the of new existing files file folder folders
    directory directories under in within optionally everything whole entire including incl todo
    tout tous alle ganz ademas además também auch sowie anche também tous les le la los las os
    as die der das gli archivos arquivos fichiers dateien 和 以及 与 及 と および 및 과 와
    그리고 全部 所有""")
"""What may stand between the paths of one list."""

EXCEPTING = wordlist("""except excluding excl but without not besides minus outside never salvo
    excepto excluyendo sin exceto excluindo menos sem sauf excepté hormis sans außer ausgenommen
    ohne nicht tranne eccetto escluso behalve кроме исключая без hariç dışında oprócz poza 除了
    除 不含 不包括 除外 以外 を除く 제외""")
"""What follows is left out."""

REFERRING = wordlist("""branch branches rama ramo branche zweig ветка dal gałąź 分支 ブランチ 브랜치
    see uses using use via per from reads read imports import depends calls
    like follows follow according against into instead mirrors matches consumes consuming spec
    ver usa usando según veja conforme via siehe voir selon vedi см zie bkz 见 参见 参考 参照
    参考资料 참고 참조 使用""")
"""What follows is spoken of, and no part of the list."""
