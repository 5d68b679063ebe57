"""Runs the migrations on the connection that `booth_app.store.migrating` hands over."""

from alembic import context

from booth_app.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
