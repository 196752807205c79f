"""Run by Alembic with the connection that `upgrade` hands it; whoever opened the connection commits."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
