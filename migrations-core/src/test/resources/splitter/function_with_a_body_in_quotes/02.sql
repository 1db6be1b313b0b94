create trigger t before update on a for each row execute function f()
