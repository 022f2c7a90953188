using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Resumai.Server.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tier = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    credits = table.Column<long>(type: "bigint", nullable: false),
                    per_minute = table.Column<int>(type: "integer", nullable: true),
                    per_day = table.Column<int>(type: "integer", nullable: true),
                    is_operator = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                    table.CheckConstraint("ck_accounts_credits", "credits >= 0");
                });

            migrationBuilder.CreateTable(
                name: "assets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    environment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parent_task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    filename = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    filename_folded = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content_type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    size_bytes = table.Column<long>(type: "bigint", nullable: false),
                    page_count = table.Column<int>(type: "integer", nullable: true),
                    sha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tags_json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    locale = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    error_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    error_message = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    uploaded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    completed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "day_counts",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    requests = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_counts", x => new { x.account_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "idempotency",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    environment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    method = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    location = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency", x => new { x.account_id, x.environment, x.method, x.path, x.key });
                });

            migrationBuilder.CreateTable(
                name: "secrets",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secrets", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    prefix = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    environment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    scopes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    rotated_to = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_api_keys_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ledger",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    credits = table.Column<long>(type: "bigint", nullable: false),
                    amount_eur_cents = table.Column<long>(type: "bigint", nullable: true),
                    asset_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger", x => x.id);
                    table.ForeignKey(
                        name: "fk_ledger_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "asset_tags",
                columns: table => new
                {
                    asset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tag = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asset_tags", x => new { x.asset_id, x.tag });
                    table.ForeignKey(
                        name: "fk_asset_tags_assets_asset_id",
                        column: x => x.asset_id,
                        principalTable: "assets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "display_rows",
                columns: table => new
                {
                    asset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    environment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    filename = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    uploaded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    tags_json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    full_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    headline = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    city = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    city_folded = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    region = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    country_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    current_title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    current_employer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    title_folded = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    employer_folded = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    experience_tenths = table.Column<int>(type: "integer", nullable: true),
                    highest_degree_level = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    degree_rank = table.Column<int>(type: "integer", nullable: true),
                    last_degree = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    last_institution = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    skills_json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    languages_json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    linkedin_url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    confidence = table.Column<double>(type: "double precision", nullable: false),
                    warnings_count = table.Column<int>(type: "integer", nullable: false),
                    filename_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    full_name_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    headline_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    email_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    city_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    region_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    current_title_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    current_employer_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    last_degree_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    last_institution_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    linkedin_url_key = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_display_rows", x => x.asset_id);
                    table.ForeignKey(
                        name: "fk_display_rows_assets_asset_id",
                        column: x => x.asset_id,
                        principalTable: "assets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    asset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    environment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    enqueued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    lease = table.Column<long>(type: "bigint", nullable: false),
                    leased_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    leased_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    host_ends = table.Column<int>(type: "integer", nullable: false),
                    takeovers = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs", x => x.asset_id);
                    table.ForeignKey(
                        name: "fk_jobs_assets_asset_id",
                        column: x => x.asset_id,
                        principalTable: "assets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "masters",
                columns: table => new
                {
                    asset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    record = table.Column<byte[]>(type: "bytea", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_masters", x => x.asset_id);
                    table.ForeignKey(
                        name: "fk_masters_assets_asset_id",
                        column: x => x.asset_id,
                        principalTable: "assets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tasks", x => x.id);
                    table.ForeignKey(
                        name: "fk_tasks_assets_asset_id",
                        column: x => x.asset_id,
                        principalTable: "assets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "display_languages",
                columns: table => new
                {
                    asset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    rank = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_display_languages", x => new { x.asset_id, x.code });
                    table.ForeignKey(
                        name: "fk_display_languages_display_rows_asset_id",
                        column: x => x.asset_id,
                        principalTable: "display_rows",
                        principalColumn: "asset_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "display_skills",
                columns: table => new
                {
                    asset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    skill = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_display_skills", x => new { x.asset_id, x.skill });
                    table.ForeignKey(
                        name: "fk_display_skills_display_rows_asset_id",
                        column: x => x.asset_id,
                        principalTable: "display_rows",
                        principalColumn: "asset_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "search_terms",
                columns: table => new
                {
                    asset_id = table.Column<Guid>(type: "uuid", nullable: false),
                    terms = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_terms", x => x.asset_id);
                    table.ForeignKey(
                        name: "fk_search_terms_display_rows_asset_id",
                        column: x => x.asset_id,
                        principalTable: "display_rows",
                        principalColumn: "asset_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_email",
                table: "accounts",
                column: "email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_account_id",
                table: "api_keys",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_hash",
                table: "api_keys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_asset_tags_tag",
                table: "asset_tags",
                column: "tag");

            migrationBuilder.CreateIndex(
                name: "ix_assets_account_id_environment_sha256",
                table: "assets",
                columns: new[] { "account_id", "environment", "sha256" },
                unique: true,
                filter: "status <> 'failed'");

            migrationBuilder.CreateIndex(
                name: "ix_assets_account_id_environment_uploaded_at_id",
                table: "assets",
                columns: new[] { "account_id", "environment", "uploaded_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_assets_parent_task_id",
                table: "assets",
                column: "parent_task_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_display_languages_code_rank",
                table: "display_languages",
                columns: new[] { "code", "rank" });

            migrationBuilder.CreateIndex(
                name: "ix_display_rows_account_id_environment_confidence_asset_id",
                table: "display_rows",
                columns: new[] { "account_id", "environment", "confidence", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_display_rows_account_id_environment_experience_tenths_asset",
                table: "display_rows",
                columns: new[] { "account_id", "environment", "experience_tenths", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_display_rows_account_id_environment_full_name_key_asset_id",
                table: "display_rows",
                columns: new[] { "account_id", "environment", "full_name_key", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_display_rows_account_id_environment_uploaded_at_asset_id",
                table: "display_rows",
                columns: new[] { "account_id", "environment", "uploaded_at", "asset_id" });

            migrationBuilder.CreateIndex(
                name: "ix_display_skills_skill",
                table: "display_skills",
                column: "skill");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_created_at",
                table: "idempotency",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_account_id_environment_enqueued_at_leased_until",
                table: "jobs",
                columns: new[] { "account_id", "environment", "enqueued_at", "leased_until" });

            migrationBuilder.CreateIndex(
                name: "ix_jobs_environment_leased_until_enqueued_at",
                table: "jobs",
                columns: new[] { "environment", "leased_until", "enqueued_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_account_id_id",
                table: "ledger",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_asset_id_kind",
                table: "ledger",
                columns: new[] { "asset_id", "kind" },
                unique: true,
                filter: "kind in ('charge', 'refund')");

            migrationBuilder.CreateIndex(
                name: "ix_search_terms_terms",
                table: "search_terms",
                column: "terms")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_asset_id_ordinal",
                table: "tasks",
                columns: new[] { "asset_id", "ordinal" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "asset_tags");

            migrationBuilder.DropTable(
                name: "day_counts");

            migrationBuilder.DropTable(
                name: "display_languages");

            migrationBuilder.DropTable(
                name: "display_skills");

            migrationBuilder.DropTable(
                name: "idempotency");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "ledger");

            migrationBuilder.DropTable(
                name: "masters");

            migrationBuilder.DropTable(
                name: "search_terms");

            migrationBuilder.DropTable(
                name: "secrets");

            migrationBuilder.DropTable(
                name: "tasks");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "display_rows");

            migrationBuilder.DropTable(
                name: "assets");
        }
    }
}
