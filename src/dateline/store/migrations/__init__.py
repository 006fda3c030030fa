"""The schema's history: one step a file, run by Alembic. A step that was released is never edited; a change is a new one."""
