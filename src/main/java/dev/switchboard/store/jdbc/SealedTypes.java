package dev.switchboard.store.jdbc;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells Jackson that a sealed interface is written as its variant's simple name and fields, without
 * an annotation in code that must not know Jackson.
 */
final class SealedTypes extends AnnotationIntrospector {

  private static final long serialVersionUID = 1L;
  private static final String KIND = "kind";

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public TypeResolverBuilder<?> findTypeResolver(
      MapperConfig<?> config, AnnotatedClass type, JavaType base) {
    if (sealedRoot(base.getRawClass()) == null) {
      return null;
    }
    return new StdTypeResolverBuilder()
        .init(JsonTypeInfo.Id.NAME, null)
        .inclusion(JsonTypeInfo.As.PROPERTY)
        .typeProperty(KIND);
  }

  @Override
  public List<NamedType> findSubtypes(Annotated annotated) {
    Class<?> type = annotated.getRawType();
    if (!type.isSealed()) {
      return null;
    }
    List<NamedType> variants = new ArrayList<>();
    for (Class<?> variant : type.getPermittedSubclasses()) {
      variants.add(new NamedType(variant, variant.getSimpleName()));
    }
    return variants;
  }

  @Override
  public String findTypeName(AnnotatedClass type) {
    return sealedRoot(type.getRawType()) == null ? null : type.getRawType().getSimpleName();
  }

  private static Class<?> sealedRoot(Class<?> type) {
    if (type.isSealed() && type.isInterface()) {
      return type;
    }
    for (Class<?> parent : type.getInterfaces()) {
      if (parent.isSealed()) {
        return parent;
      }
    }
    return null;
  }
}
