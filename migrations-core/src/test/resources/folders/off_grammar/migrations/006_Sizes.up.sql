select '006_Größe.up.sql';
