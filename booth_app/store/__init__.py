"""What is kept on disk: the database, its lock, its backups. Alone in knowing SQLAlchemy."""
