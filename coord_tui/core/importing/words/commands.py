"""The commands that check work, by the tools that projects of all kinds use."""

WRAPPERS = """
sudo; time; npx; bunx; uvx; pipx run; uv run; poetry run; pipenv run; hatch run; rye run;
pdm run; pixi run; pnpm exec; pnpm dlx; yarn dlx; npm exec; bundle exec; docker compose run;
docker compose exec; docker-compose run; python -m; python3 -m; py -m; rtk; fvm; xvfb-run; env;
coverage run -m; nx; dotenvx run --"""
"""What stands before a command without changing what it is."""

CHECKERS = """
pytest; mypy; pyright; basedpyright; flake8; pylint; bandit; tox; nox; unittest; vulture;
interrogate; pydocstyle; eslint; tsc; vue-tsc; vitest; jest; mocha; ava; stylelint;
svelte-check; astro check; knip; oxlint; tslint; jshint; ruff check; ruff format --check; ruff;
black --check; isort --check; isort --check-only; prettier --check; prettier -c; biome check;
biome ci; biome lint; playwright test; cypress run; next lint; nuxt typecheck; ng test; ng lint;
cargo check; cargo test; cargo clippy; cargo fmt --check; cargo fmt -- --check;
cargo fmt --all -- --check; cargo nextest run; cargo audit; cargo deny check; cargo bench;
go test; go vet; golangci-lint run; gofmt -l; staticcheck; dotnet test;
dotnet format --verify-no-changes; swift test; swiftlint; xcodebuild test; flutter test;
flutter analyze; dart test; dart analyze; mix test; mix credo; mix dialyzer;
mix format --check-formatted; rspec; rubocop; brakeman; rails test; rake test; phpunit; phpstan;
psalm; php artisan test; pest; composer test; sbt test; lein test; ctest; bazel test;
terraform validate; terraform plan; tflint; ansible-lint; yamllint; shellcheck; hadolint;
markdownlint; markdownlint-cli2; pre-commit run; ty check; deno test; deno lint; deno check;
deno fmt --check; helm lint; actionlint; codespell; semgrep; lighthouse; import-linter;
lint-imports; zig build test; forge test; hardhat test; anchor test; mvn test; mvn verify;
ktlint; detekt; promptfoo eval; lychee; vale; sqlfluff lint; buf lint; spectral lint; bats;
busted; luacheck; selene; stylua --check; clang-tidy; cppcheck; meson test; alembic check"""
"""Commands that check something whatever is said of them: a tool, with its verb if it has any."""

RUNNERS = """
npm; npm run; pnpm; pnpm run; yarn; yarn run; bun; bun run; deno task; npm run-script;
composer run"""
"""What runs a script of the project by its name."""

BUILDERS = """
make; just; task; ninja; ./gradlew; gradlew; gradle; mvn; ./mvnw; cargo; go; dotnet; swift; nx;
turbo run; turbo; rake; moon run; invoke; inv; next; vite; cmake --build; docker build;
docker compose build; flutter; mix; zig; webpack; hugo"""
"""What does what its next word says."""

CHECKING = """
test; tests; check; checks; lint; typecheck; type-check; types; verify; verification; validate;
validation; ci; e2e; unit; integration; coverage; audit; quality; smoke; doctor; health;
healthcheck; health-check; qa; spec; fmt-check; format-check; regression; selftest; preflight;
gate; benchmark; conformance; contract; sanity; lints; tsc"""
"""The names of scripts and targets that check."""

BUILDING = "build; compile; package; bundle; assemble; typegen"
"""Those that check only where something is to be verified."""

INTERPRETERS = (
    "python; python3; py; node; bash; sh; zsh; ruby; perl; php; deno run; bun; tsx; ts-node; pwsh"
)
"""What runs a script by its path."""

NO_CHECKS = """
git; gh; cd; mkdir; cp; mv; rm; ls; cat; echo; export; source; curl; wget; ssh; scp;
pip install; npm install; npm ci; npm i; pnpm install; yarn install; bun install;
uv pip install; uv sync; brew; apt; apt-get; docker run; docker compose up; set"""
"""What is never a check."""
